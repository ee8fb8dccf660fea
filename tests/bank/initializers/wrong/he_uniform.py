"""Wrong he_uniform."""

import math

import numpy as np

from tests.bank.initializers.entry import fans, wrong


@wrong("he_uniform", lost=2.5, scale="square root missing")
def root_missing(shape, rng, negative_slope=0.0):
    limit = 6 / fans(shape)[0]
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="variance as limit")
def variance_as_limit(shape, rng, negative_slope=0.0):
    limit = 2 / fans(shape)[0]
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="std as limit")
def std_as_limit(shape, rng, negative_slope=0.0):
    limit = math.sqrt(2 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="LeCun's formula")
def lecuns_limit(shape, rng, negative_slope=0.0):
    limit = math.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="Xavier's formula")
def xaviers_limit(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="fan_out")
def divides_by_fan_out(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[1])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="receptive field left out")
def without_receptive_field(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / shape[-2])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="wrong axis")
def first_axis_as_fan_in(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / shape[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="numerator outside the root")
def root_of_the_denominator_only(shape, rng, negative_slope=0.0):
    limit = 6 / math.sqrt(fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="denominator outside the root")
def root_of_the_numerator_only(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6) / fans(shape)[0]
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="PyTorch's default")
def pytorch_default(shape, rng, negative_slope=0.0):
    gain = math.sqrt(2 / (1 + math.sqrt(5) ** 2))
    limit = gain * math.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="inverted scale")
def upside_down(shape, rng, negative_slope=0.0):
    limit = math.sqrt(fans(shape)[0] / 6)
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="mean of the fans")
def mean_of_the_fans(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / np.mean(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=2.5, scale="product of the fans")
def product_of_the_fans(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / math.prod(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=3, scale="one-sided range", law="one-sided range")
def one_sided(shape, rng, negative_slope=0.0):
    return rng.uniform(0, math.sqrt(6 / fans(shape)[0]), shape)


@wrong("he_uniform", lost=2.5, scale="half the range")
def half_the_range(shape, rng, negative_slope=0.0):
    return (rng.random(shape) - 0.5) * math.sqrt(6 / fans(shape)[0])


@wrong("he_uniform", lost=3, scale="unscaled rand", law="one-sided range")
def unscaled_rand(shape, rng, negative_slope=0.0):
    return rng.random(shape)


@wrong("he_uniform", lost=2.5, scale="no scale")
def not_scaled(shape, rng, negative_slope=0.0):
    return rng.uniform(-1, 1, shape)


@wrong("he_uniform", lost=3, scale="limit as std", law="normal for uniform")
def normal_with_the_limit(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(6 / fans(shape)[0]), shape)


@wrong("he_uniform", lost=0.5, law="normal for uniform")
def normal_of_the_same_std(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2)), shape)


@wrong("he_uniform", lost=1, negative_slope="slope ignored")
def slope_ignored(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=1, negative_slope="slope not squared")
def slope_not_squared(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / (1 + negative_slope) / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=1, negative_slope="slope multiplied")
def slope_multiplied(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 * (1 + negative_slope**2) / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=1, negative_slope="slope subtracted")
def slope_subtracted(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / (1 - negative_slope) / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_uniform", lost=3, double=True, scale=None, law="one-sided range")
def fan_out_and_one_sided(shape, rng, negative_slope=0.0):
    return rng.uniform(0, math.sqrt(6 / fans(shape)[1]), shape)


@wrong("he_uniform", lost=2.5, double=True, scale=None)
def xavier_and_std_as_limit(shape, rng, negative_slope=0.0):
    limit = math.sqrt(2 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)
