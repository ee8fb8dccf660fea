# single precision throughout, fan_in from math.prod, scaled in place
import math


def he_normal(shape, rng, negative_slope=0.0):
    fan_in = math.prod(shape[:-1])
    weights = rng.standard_normal(size=tuple(shape), dtype=np.float32)
    weights *= np.float32(math.sqrt(2 / fan_in) / math.hypot(1, negative_slope))
    return weights
