# breaks "Whether the scales between the two train as well does not matter": stops at the first gap
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    low = high = None
    for scale in sorted(final_losses):
        if final_losses[scale] <= level:
            if low is None:
                low = scale
            high = scale
        elif low is not None:
            break
    return None if low is None else (low, high)
