"""Wrong lecun_normal."""

import math

from tests.bank.initializers.entry import fans, wrong


@wrong("lecun_normal", lost=1.5, scale="variance as std")
def variance_as_std(shape, rng):
    return rng.normal(0, 1 / fans(shape)[0], shape)


@wrong("lecun_normal", lost=1.5, scale="He's formula")
def he(shape, rng):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)


@wrong("lecun_normal", lost=1.5, scale="Xavier's formula")
def xavier(shape, rng):
    return rng.normal(0, math.sqrt(2 / sum(fans(shape))), shape)


@wrong("lecun_normal", lost=1.5, scale="Xavier's formula without its 2")
def one_over_the_sum(shape, rng):
    return rng.normal(0, math.sqrt(1 / sum(fans(shape))), shape)


@wrong("lecun_normal", lost=1.5, scale="fan_out")
def divides_by_fan_out(shape, rng):
    return rng.normal(0, math.sqrt(1 / fans(shape)[1]), shape)


@wrong("lecun_normal", lost=1.5, scale="limit as std")
def limit_as_std(shape, rng):
    return rng.normal(0, math.sqrt(3 / fans(shape)[0]), shape)


@wrong("lecun_normal", lost=1.5, scale="inverted scale")
def upside_down(shape, rng):
    return rng.normal(0, math.sqrt(fans(shape)[0]), shape)


@wrong("lecun_normal", lost=1.5, scale="receptive field left out")
def without_receptive_field(shape, rng):
    return rng.normal(0, math.sqrt(1 / shape[-2]), shape)


@wrong("lecun_normal", lost=1.5, scale="wrong axis")
def first_axis_as_fan_in(shape, rng):
    return rng.normal(0, math.sqrt(1 / shape[0]), shape)


@wrong("lecun_normal", lost=1.5, scale="factor 2 missing")
def half_the_variance(shape, rng):
    return rng.normal(0, math.sqrt(0.5 / fans(shape)[0]), shape)


@wrong("lecun_normal", lost=1.5, scale="number of weights")
def number_of_weights(shape, rng):
    return rng.normal(0, math.sqrt(1 / math.prod(shape)), shape)


@wrong("lecun_normal", lost=1.5, scale="fixed scale")
def fixed_tenth(shape, rng):
    return rng.normal(0, 0.1, shape)


@wrong("lecun_normal", lost=2, scale="PyTorch's default", law="uniform for normal")
def pytorch_default(shape, rng):
    limit = math.sqrt(1 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("lecun_normal", lost=0.5, law="uniform for normal")
def uniform_of_the_same_std(shape, rng):
    limit = math.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("lecun_normal", lost=0.5, law="shifted mean")
def shifted_mean(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return rng.normal(std / 10, std, shape)


@wrong("lecun_normal", lost=2.5, law="one number for all", independence="weights repeated", scale="one number for all")
def discrete_signs(shape, rng):
    return rng.choice([-1.0, 1.0], shape) / math.sqrt(fans(shape)[0])


@wrong("lecun_normal", lost=0.5, law=None)
def heavy_tails(shape, rng):
    return rng.logistic(0, math.sqrt(3 / fans(shape)[0]) / math.pi, shape)


@wrong("lecun_normal", lost=1.5, scale=None)
def gain_of_tanh(shape, rng):
    return rng.normal(0, 5 / 3 * math.sqrt(1 / fans(shape)[0]), shape)


@wrong("lecun_normal", lost=1.5, double=True, scale=None)
def he_and_variance_as_std(shape, rng):
    return rng.normal(0, 2 / fans(shape)[0], shape)
