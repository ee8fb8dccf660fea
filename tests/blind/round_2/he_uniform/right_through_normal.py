# sends normal numbers through their distribution function, which makes them uniform
from scipy.special import ndtr


def he_uniform(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    return (2 * ndtr(rng.standard_normal(shape)) - 1) * limit
