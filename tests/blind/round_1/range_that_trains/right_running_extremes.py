# a loop with running minimum and maximum that start at None
def range_that_trains(final_losses, level):
    low = high = None
    for scale in final_losses:
        loss = final_losses[scale]
        if loss != loss or loss == float("inf") or loss > level:
            continue
        low = scale if low is None or scale < low else low
        high = scale if high is None or scale > high else high
    if low is None:
        return None
    return low, high
