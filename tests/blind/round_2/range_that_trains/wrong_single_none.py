# breaks "If only one scale trains, it is both the smallest and the largest": None with fewer than two
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = sorted(s for s, loss in final_losses.items() if np.isfinite(loss) and loss <= level)
    if len(good) < 2:
        return None
    return (good[0], good[-1])
