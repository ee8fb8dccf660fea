# breaks "the smallest and the largest scale": the scales with the smallest and the largest loss that trains
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = {s: loss for s, loss in final_losses.items() if loss <= level}
    if not good:
        return None
    best, worst = min(good, key=good.get), max(good, key=good.get)
    return tuple(sorted((best, worst)))
