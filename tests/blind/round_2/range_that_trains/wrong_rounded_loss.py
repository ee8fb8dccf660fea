# breaks "its loss is level or less": losses are rounded to two decimals first, so 0.504 passes a level of 0.5
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = [s for s, loss in final_losses.items() if np.round(loss, 2) <= level]
    return (min(good), max(good)) if good else None
