# breaks "loss nan or inf: it does not train": nan is not larger than level, so it stays
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    good = []
    for scale, loss in final_losses.items():
        if loss > level:
            continue
        good.append(scale)
    if not good:
        return None
    return min(good), max(good)
