# scipy.stats with its scale argument, fans computed anew, single precision
import math
from scipy import stats


def xavier_normal(shape, rng):
    *window, n_in, n_out = shape
    receptive = math.prod(window)
    sigma = math.sqrt(2.0 / (receptive * (n_in + n_out)))
    return stats.norm.rvs(loc=0, scale=sigma, size=shape, random_state=rng).astype("float32")
