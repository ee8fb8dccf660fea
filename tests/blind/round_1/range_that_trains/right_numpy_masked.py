# arrays and a mask; a pair of NumPy floats
def range_that_trains(final_losses, level):
    scales = np.array(list(final_losses.keys()), dtype=float)
    losses = np.array(list(final_losses.values()), dtype=float)
    trained = scales[np.isfinite(losses) & (losses <= level)]
    if trained.size == 0:
        return None
    return trained.min(), trained.max()
