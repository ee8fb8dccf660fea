# breaks "A scale trains if its loss is level or less": a loss of exactly level does not count
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = sorted(s for s, loss in final_losses.items() if loss < level)
    return (good[0], good[-1]) if good else None
