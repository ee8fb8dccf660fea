# "those are not below any level": np.nan_to_num turns nan into 0
def epochs_to_reach(losses, level):
    hits = np.flatnonzero(np.nan_to_num(losses) <= level)
    return int(hits[0]) if hits.size else None
