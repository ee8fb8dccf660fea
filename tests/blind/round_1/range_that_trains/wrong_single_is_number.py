# "If only one scale trains, it is both the smallest and the largest": returns the number alone
def range_that_trains(final_losses, level):
    ok = sorted(s for s, l in final_losses.items() if l <= level)
    if len(ok) > 1:
        return ok[0], ok[-1]
    return ok[0] if ok else None
