# looks from below, then from above
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    def first(scales):
        return next((s for s in scales if np.less_equal(final_losses[s], level)), None)

    up = sorted(final_losses)
    smallest = first(up)
    return None if smallest is None else (smallest, first(reversed(up)))
