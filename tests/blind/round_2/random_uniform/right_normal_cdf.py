# the distribution function of normal numbers is uniform
from scipy.special import erf


def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    z = rng.standard_normal(shape)
    return limit * erf(z / np.sqrt(2.0))
