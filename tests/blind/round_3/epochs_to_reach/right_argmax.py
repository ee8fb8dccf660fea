# replaces nan by infinity in a copy, argmax of booleans; returns a NumPy integer
def epochs_to_reach(losses, level):
    safe = np.where(np.isnan(losses), np.inf, losses)
    there = safe <= level
    if not there.any():
        return None
    return np.argmax(there)
