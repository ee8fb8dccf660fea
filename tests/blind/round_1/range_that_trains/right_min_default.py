# min and max with default=None, comparison with nan left to be False
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    ok = {scale for scale, loss in final_losses.items() if loss <= level and loss < np.inf}
    pair = min(ok, default=None), max(ok, default=None)
    return pair if ok else None
