# breaks "the smallest and the largest scale": compares scales as text, so 1e-05 and 10.0 sort wrongly
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = sorted(str(s) for s, loss in final_losses.items() if loss <= level)
    if not good:
        return None
    return float(good[0]), float(good[-1])
