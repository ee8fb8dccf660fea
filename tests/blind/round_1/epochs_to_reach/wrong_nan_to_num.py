# "`nan` ... those are not below any level": nan_to_num makes nan a loss of 0, which is
def epochs_to_reach(losses, level):
    hits = np.where(np.nan_to_num(losses) <= level)[0]
    return int(hits[0]) if len(hits) else None
