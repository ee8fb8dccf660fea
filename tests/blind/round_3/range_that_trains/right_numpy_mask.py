# NumPy arrays and a mask; the pair comes as NumPy floats
def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    scales = np.fromiter(final_losses.keys(), dtype=float)
    losses = np.fromiter(final_losses.values(), dtype=float)
    trains = np.isfinite(losses) & (losses <= level)
    if not trains.any():
        return None
    return scales[trains].min(), scales[trains].max()
