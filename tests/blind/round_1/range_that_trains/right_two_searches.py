# searches from both ends with next(); floats
def range_that_trains(final_losses, level):
    trains = lambda s: bool(np.isfinite(final_losses[s])) and final_losses[s] <= level
    up = sorted(final_losses)
    low = next(filter(trains, up), None)
    high = next(filter(trains, reversed(up)), None)
    return None if low is None else (float(low), float(high))
