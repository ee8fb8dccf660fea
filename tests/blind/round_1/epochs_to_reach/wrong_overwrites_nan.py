# "gets a one-dimensional array": writes inf over the nan in the caller's array, the Run's own losses
def epochs_to_reach(losses, level):
    losses[np.isnan(losses)] = np.inf
    hits = np.flatnonzero(losses <= level)
    return int(hits[0]) if len(hits) else None
