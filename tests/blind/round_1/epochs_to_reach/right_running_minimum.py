# binary search in the running minimum (fmin skips nan), which never rises
def epochs_to_reach(losses, level):
    best = np.fmin.accumulate(np.asarray(losses, dtype=float))
    best = best[~np.isnan(best)]
    skipped = len(losses) - len(best)
    e = skipped + np.searchsorted(-best, -level, side="left")
    return int(e) if e < len(losses) else None
