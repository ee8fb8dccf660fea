# "returns the first epoch": removes the nan losses first, so later epochs get smaller numbers
def epochs_to_reach(losses, level):
    clean = losses[~np.isnan(losses)]
    hits = np.flatnonzero(clean <= level)
    return int(hits[0]) if len(hits) else None
