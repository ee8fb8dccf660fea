# scipy.stats.uniform (loc and scale), fans counted by a loop, float32 result
from scipy import stats


def he_uniform(shape, rng, negative_slope=0.0):
    *window, fan_out = shape
    fan_in = 1
    for length in window:
        fan_in *= length
    limit = np.sqrt(6 / fan_in) / np.hypot(1, negative_slope)
    law = stats.uniform(loc=-limit, scale=2 * limit)
    return law.rvs(size=tuple(shape), random_state=rng).astype(np.float32)
