"""Wrong xavier_uniform."""

import math

import numpy as np

from tests.bank.initializers.entry import fans, wrong


@wrong("xavier_uniform", lost=1.5, scale="square root missing")
def root_missing(shape, rng):
    limit = 6 / sum(fans(shape))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="std as limit")
def std_as_limit(shape, rng):
    limit = math.sqrt(2 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="variance as limit")
def variance_as_limit(shape, rng):
    limit = 2 / sum(fans(shape))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="LeCun's formula")
def lecuns_limit(shape, rng):
    limit = math.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="He's formula")
def hes_limit(shape, rng):
    limit = math.sqrt(6 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="PyTorch's default")
def pytorch_default(shape, rng):
    limit = 1 / math.sqrt(fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="factor 2 missing")
def factor_two_missing(shape, rng):
    limit = math.sqrt(3 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="mean of the fans")
def six_over_the_mean(shape, rng):
    limit = math.sqrt(6 / np.mean(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="operator precedence")
def without_brackets(shape, rng):
    fan_in, fan_out = fans(shape)
    limit = math.sqrt(6 / fan_in + fan_out)
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="root of each fan")
def root_of_each_fan(shape, rng):
    fan_in, fan_out = fans(shape)
    limit = math.sqrt(6) / (math.sqrt(fan_in) + math.sqrt(fan_out))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="numerator outside the root")
def root_of_the_denominator_only(shape, rng):
    limit = 6 / math.sqrt(sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="root alone")
def root_alone(shape, rng):
    limit = 1 / math.sqrt(sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="receptive field left out")
def without_receptive_field(shape, rng):
    limit = math.sqrt(6 / (shape[-2] + shape[-1]))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=1.5, scale="wrong axis")
def axes_of_another_library(shape, rng):
    field = math.prod(shape[2:])
    limit = math.sqrt(6 / ((shape[0] + shape[1]) * field))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_uniform", lost=2, scale="one-sided range", law="one-sided range")
def one_sided(shape, rng):
    return rng.random(shape) * math.sqrt(6 / sum(fans(shape)))


@wrong("xavier_uniform", lost=1.5, scale="half the range")
def half_the_range(shape, rng):
    return (rng.random(shape) - 0.5) * math.sqrt(6 / sum(fans(shape)))


@wrong(
    "xavier_uniform",
    lost=2.75,
    generator="seed reset inside",
    scale="one number for all",
    law="one number for all",
    independence="one number for all",
)
def degenerate_range(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(limit, limit, shape)


@wrong("xavier_uniform", lost=2, scale="limit as std", law="normal for uniform")
def normal_with_the_limit(shape, rng):
    return rng.normal(0, math.sqrt(6 / sum(fans(shape))), shape)


@wrong("xavier_uniform", lost=0.5, law="normal for uniform")
def normal_of_the_same_std(shape, rng):
    return rng.normal(0, math.sqrt(2 / sum(fans(shape))), shape)


@wrong("xavier_uniform", lost=0.5, law=None)
def triangular_of_the_same_std(shape, rng):
    return rng.triangular(-1, 0, 1, shape) * math.sqrt(12 / sum(fans(shape)))


@wrong("xavier_uniform", lost=1.5, scale="fixed scale")
def fixed_twentieth(shape, rng):
    return rng.uniform(-0.05, 0.05, shape)


@wrong("xavier_uniform", lost=2, double=True, scale=None, law="one-sided range")
def fan_out_only_and_one_sided(shape, rng):
    return rng.random(shape) * math.sqrt(6 / fans(shape)[1])
