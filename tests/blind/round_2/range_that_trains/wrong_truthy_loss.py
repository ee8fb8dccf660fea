# breaks "its loss is level or less": a loss of exactly 0.0 is taken for a missing one
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = [s for s, loss in final_losses.items() if loss and loss <= level]
    if good:
        return min(good), max(good)
    return None
