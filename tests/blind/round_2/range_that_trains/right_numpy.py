# NumPy arrays and a mask
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    scales = np.array(list(final_losses.keys()), dtype=float)
    losses = np.array(list(final_losses.values()), dtype=float)
    ok = np.isfinite(losses) & (losses <= level)
    if not ok.any():
        return None
    return scales[ok].min(), scales[ok].max()
