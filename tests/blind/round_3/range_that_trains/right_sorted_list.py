# sorts the scales that train, first and last
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = sorted(scale for scale, loss in final_losses.items() if loss <= level)
    return (good[0], good[-1]) if good else None
