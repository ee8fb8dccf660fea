# SciPy's truncated normal law, cut at two standard deviations as in Keras, with the scale corrected so that the std is the one asked for
from scipy.stats import truncnorm


def he_normal(shape, rng, negative_slope=0.0):
    std = (2 / ((1 + negative_slope**2) * fans(shape)[0])) ** 0.5
    inner = std / truncnorm.std(-2, 2)
    return truncnorm.rvs(-2, 2, loc=0, scale=inner, size=shape, random_state=rng)
