# "Whether the scales between the two train as well does not matter": stops at the first scale that does not train
def range_that_trains(final_losses, level):
    low = high = None
    for scale in sorted(final_losses):
        if final_losses[scale] <= level:
            low = scale if low is None else low
            high = scale
        elif low is not None:
            break
    return None if low is None else (low, high)
