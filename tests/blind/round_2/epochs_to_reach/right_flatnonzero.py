# NumPy, returns a NumPy integer
def epochs_to_reach(losses, level):
    reached = np.flatnonzero(np.asarray(losses) <= level)
    return reached[0] if reached.size else None
