# while loop with an index and explicit nan test
import math


def epochs_to_reach(losses, level):
    e = 0
    while e < len(losses):
        loss = float(losses[e])
        if not math.isnan(loss) and loss <= level:
            return e
        e += 1
    return None
