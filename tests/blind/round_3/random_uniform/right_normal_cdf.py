# sends normal draws through their own distribution function, which makes them uniform
from scipy.special import ndtr


def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    return limit * (2 * ndtr(rng.standard_normal(shape)) - 1)
