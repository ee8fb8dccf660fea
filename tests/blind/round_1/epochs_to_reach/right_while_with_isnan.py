# while loop with index, tests nan explicitly
import math


def epochs_to_reach(losses, level):
    e = 0
    while e < len(losses) and (math.isnan(losses[e]) or losses[e] > level):
        e += 1
    if e == len(losses):
        return None
    return e
