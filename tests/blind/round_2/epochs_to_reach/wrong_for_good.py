# "The loss may rise again later; that does not matter": the epoch from which it stays below
def epochs_to_reach(losses, level):
    above = np.flatnonzero(~(losses <= level))
    start = 0 if above.size == 0 else int(above[-1]) + 1
    return start if start < len(losses) else None
