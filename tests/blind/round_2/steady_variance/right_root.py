# numerical root of q(v) - 1 with SciPy
from scipy.optimize import brentq


def steady_variance(fan_in, activation):
    share = {"linear": 1.0, "relu": 0.5}[activation]
    return brentq(lambda x: share * fan_in * (x / fan_in) - 1, 0, 3, xtol=1e-15) / fan_in
