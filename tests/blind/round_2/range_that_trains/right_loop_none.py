# one loop that keeps the two ends
import math


def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    low = high = None
    for scale in final_losses:
        loss = final_losses[scale]
        if math.isnan(loss) or math.isinf(loss) or loss > level:
            continue
        low = scale if low is None or scale < low else low
        high = scale if high is None or scale > high else high
    if low is None:
        return None
    return low, high
