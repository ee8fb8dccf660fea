# SciPy root search for the variance at which the layer leaves q at 1
from scipy.optimize import brentq


def steady_variance(fan_in, activation):
    share = {"linear": 1.0, "relu": 0.5}[activation]
    # scaled unknown u = v * fan_in, so that the search is equally exact for all fan_in
    u = brentq(lambda u: share * u - 1.0, 0.0, 10.0, xtol=1e-14)
    return u / fan_in
