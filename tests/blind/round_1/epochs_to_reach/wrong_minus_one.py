# "`None` if it never gets there": returns -1, as str.find does
def epochs_to_reach(losses, level):
    hits = np.flatnonzero(losses <= level)
    return int(hits[0]) if hits.size else -1
