# "leave what you are given as it is": removes exploded trainings from the dictionary of the caller
def range_that_trains(final_losses, level):
    for scale in list(final_losses):
        if not np.isfinite(final_losses[scale]):
            del final_losses[scale]
    good = [s for s, loss in final_losses.items() if loss <= level]
    return (min(good), max(good)) if good else None
