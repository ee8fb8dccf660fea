# SciPy's law with the given generator as random_state
from scipy.stats import norm


def he_normal(shape, rng, negative_slope=0.0):
    fan_in = fans(shape)[0]
    gain = np.sqrt(2 / (1 + negative_slope**2))
    return norm.rvs(loc=0, scale=gain / np.sqrt(fan_in), size=shape, random_state=rng)
