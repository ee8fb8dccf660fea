# "The loss may rise again later; that does not matter": bisection, as if losses only fell
def epochs_to_reach(losses, level):
    lo, hi = 0, len(losses)
    while lo < hi:
        middle = (lo + hi) // 2
        if losses[middle] <= level:
            hi = middle
        else:
            lo = middle + 1
    return lo if lo < len(losses) else None
