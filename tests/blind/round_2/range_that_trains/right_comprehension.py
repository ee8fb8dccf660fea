# a list of the scales that train; nan and inf fail the comparison by themselves
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = [scale for scale, loss in final_losses.items() if loss <= level]
    return (min(good), max(good)) if good else None
