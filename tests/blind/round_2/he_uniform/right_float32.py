# single precision: 2u - 1 times the limit, in place; fan_in from math.prod
import math


def he_uniform(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6) / math.sqrt((1 + negative_slope**2) * math.prod(shape[:-1]))
    w = rng.random(size=shape, dtype=np.float32)
    w *= 2
    w -= 1
    w *= np.float32(limit)
    return w
