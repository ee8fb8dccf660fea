# "If only one scale trains, it is both the smallest and the largest": returns None unless there are two
def range_that_trains(final_losses, level):
    good = sorted(s for s, loss in final_losses.items() if loss <= level)
    if len(good) < 2:
        return None
    return good[0], good[-1]
