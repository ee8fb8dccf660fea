# exact arithmetic with fractions, converted at the end
from fractions import Fraction


def steady_variance(fan_in, activation):
    kept = Fraction(1, 2) if activation == "relu" else Fraction(1)
    return float(1 / (kept * int(fan_in)))
