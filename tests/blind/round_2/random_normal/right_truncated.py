# cut at two standard deviations and redrawn; the spread corrected for it, as the text allows
from scipy import stats


def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    correction = stats.truncnorm(-2, 2).std()
    w = rng.standard_normal(shape)
    outside = np.abs(w) > 2
    while outside.any():
        w[outside] = rng.standard_normal(int(outside.sum()))
        outside = np.abs(w) > 2
    return w * (std / correction)
