# "the next call gives others": the generator's state is copied, so rng does not go on
import copy


def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    mine = copy.deepcopy(rng)  # do not disturb the caller's generator
    return mine.normal(0, np.sqrt(2 / ((1 + negative_slope**2) * fan_in)), shape)
