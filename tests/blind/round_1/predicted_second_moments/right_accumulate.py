# itertools.accumulate with an initial value and a lambda
from itertools import accumulate


def predicted_second_moments(widths, weight_variance, activation):
    half = 0.5 if activation == "relu" else 1.0
    *fan_ins, _ = widths
    steps = accumulate(fan_ins, lambda q, n: n * weight_variance * q * half, initial=1.0)
    return np.array(list(steps)[1:])
