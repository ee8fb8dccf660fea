# closed form: product of the first widths as exact Python integers, times a power
from fractions import Fraction
from math import prod


def predicted_second_moments(widths, weight_variance, activation):
    v = Fraction(float(weight_variance)) / (2 if activation == "relu" else 1)
    counts = [int(w) for w in widths]
    return np.array([float(prod(counts[:l]) * v**l) for l in range(1, len(counts))])
