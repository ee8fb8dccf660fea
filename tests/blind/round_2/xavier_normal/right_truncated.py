# Keras's way: tails redrawn at two standard deviations, the spread divided by 0.8796
from scipy.stats import truncnorm


def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    sigma = np.sqrt(2 / sum(fans(shape))) / truncnorm.std(-2, 2)
    return truncnorm.rvs(-2, 2, loc=0, scale=sigma, size=shape, random_state=rng)
