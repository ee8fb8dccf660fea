# "the next call gives others", "never from a generator that you ... copy yourself": draws from a copy of rng
from copy import deepcopy


def he_uniform(shape, rng, negative_slope=0.0):
    generator = deepcopy(rng)
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    return generator.uniform(-limit, limit, shape)
