# itertools.accumulate, returns a list
from itertools import accumulate
from operator import mul


def predicted_second_moments(widths, weight_variance, activation):
    half = 0.5 if activation == "relu" else 1
    return list(accumulate((half * weight_variance * n for n in widths[:-1]), mul))
