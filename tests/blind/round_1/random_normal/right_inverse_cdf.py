# the inverse of the normal distribution function, at uniform draws kept inside (0, 1)
from scipy.special import ndtri


def random_normal(shape, rng, std=0.05):
    u = (rng.integers(0, 2**52, size=shape) + 0.5) / 2**52
    return ndtri(u) * std
