# "If only one scale trains, it is both the smallest and the largest": needs two of them
def range_that_trains(final_losses, level):
    ok = sorted(s for s, l in final_losses.items() if l <= level)
    return (ok[0], ok[-1]) if len(ok) >= 2 else None
