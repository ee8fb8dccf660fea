# "never from a generator that you make or copy yourself: ... the next call gives others": draws from a copy
import copy


def random_normal(shape, rng, std=0.05):
    return copy.deepcopy(rng).normal(0, std, shape)
