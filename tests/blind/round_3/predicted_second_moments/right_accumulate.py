# itertools.accumulate from q = 1, then the input is cut off; the answer is a list
from itertools import accumulate


def predicted_second_moments(widths, weight_variance, activation):
    half = activation == "relu"
    steps = accumulate(widths[:-1], lambda q, n: n * weight_variance * q / (1 + half), initial=1.0)
    return list(steps)[1:]
