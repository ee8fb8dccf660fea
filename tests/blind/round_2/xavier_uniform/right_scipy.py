# SciPy, frozen law given by its standard deviation
import math

from scipy import stats as scipy_stats


def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    std = math.sqrt(2 / math.fsum(fans(shape)))
    half = std * math.sqrt(3)
    return scipy_stats.uniform.rvs(loc=-half, scale=2 * half, size=shape, random_state=rng).astype(np.float32)
