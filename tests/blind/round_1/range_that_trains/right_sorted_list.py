# sorted list, first and last
import math


def range_that_trains(final_losses, level):
    good = sorted(s for s, loss in final_losses.items() if math.isfinite(loss) and loss <= level)
    return (good[0], good[-1]) if good else None
