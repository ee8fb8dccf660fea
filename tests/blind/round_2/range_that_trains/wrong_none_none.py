# breaks "None if none does": (None, None)
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = [s for s, loss in final_losses.items() if loss <= level]
    return (min(good, default=None), max(good, default=None))
