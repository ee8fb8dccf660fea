# "however close it is": a tolerance of 1e-12 "against rounding"
def epochs_to_reach(losses, level):
    hits = np.flatnonzero(losses - level <= 1e-12)
    return int(hits[0]) if hits.size else None
