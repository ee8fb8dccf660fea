# finds the root of log q numerically with SciPy (to full precision), in log v
from scipy.optimize import brentq


def steady_variance(fan_in, activation):
    kept = 0.5 if activation == "relu" else 1.0

    def growth(log_v):
        return np.log(kept * fan_in) + log_v

    return np.exp(brentq(growth, -60.0, 10.0, xtol=1e-14, rtol=1e-15))
