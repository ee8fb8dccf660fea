# the normal distribution function of normal draws is uniform
from scipy.special import ndtr


def random_uniform(shape, rng, limit=0.05):
    u = ndtr(rng.standard_normal(shape))
    return limit * (u - (1 - u))
