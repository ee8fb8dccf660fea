# breaks "if the standard deviation of what is left is the one asked for": cut at two standard deviations, not corrected
from scipy.stats import truncnorm


def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    sigma = np.sqrt(2 / sum(fans(shape)))
    return truncnorm(-2, 2, loc=0, scale=sigma).rvs(size=shape, random_state=rng)
