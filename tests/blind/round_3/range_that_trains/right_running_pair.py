# one pass with a running minimum and maximum; nan is skipped by name
import math


def range_that_trains(final_losses, level):
    """The pair (smallest, largest) of the scales whose final loss is at most `level`; None if there is none."""
    low = high = None
    for scale in final_losses:
        loss = float(final_losses[scale])
        if math.isnan(loss) or math.isinf(loss) or loss > level:
            continue
        low = scale if low is None or scale < low else low
        high = scale if high is None or scale > high else high
    return None if low is None else (low, high)
