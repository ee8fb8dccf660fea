# "at or below the level": strictly below
def epochs_to_reach(losses, level):
    hits = np.flatnonzero(np.asarray(losses) < level)
    return int(hits[0]) if hits.size else None
