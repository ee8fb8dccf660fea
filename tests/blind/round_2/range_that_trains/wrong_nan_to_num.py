# breaks "loss nan ... does not train": nan becomes 0.0, the best loss of all
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    scales = np.array(list(final_losses))
    losses = np.nan_to_num(np.array(list(final_losses.values()), dtype=float))
    good = scales[losses <= level]
    if len(good) == 0:
        return None
    return float(good.min()), float(good.max())
