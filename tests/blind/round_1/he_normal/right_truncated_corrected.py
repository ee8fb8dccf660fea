# Keras's way: draws again what is farther out than two standard deviations, with the width corrected for it
from scipy import stats


def he_normal(shape, rng, negative_slope=0.0):
    fan_in = int(np.prod(shape[:-1]))
    wanted = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    width = wanted / stats.truncnorm.std(-2, 2)
    weights = rng.normal(0, width, shape)
    outside = np.abs(weights) > 2 * width
    while outside.any():
        weights[outside] = rng.normal(0, width, outside.sum())
        outside = np.abs(weights) > 2 * width
    return weights
