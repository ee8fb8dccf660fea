"""Wrong he_normal."""

import math

import numpy as np

from tests.bank.initializers.entry import fans, wrong


@wrong("he_normal", lost=2.5, scale="variance as std")
def variance_as_std(shape, rng, negative_slope=0.0):
    return rng.normal(0, 2 / fans(shape)[0], shape)


@wrong("he_normal", lost=2.5, scale="fan_out")
def divides_by_fan_out(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / fans(shape)[1]), shape)


@wrong("he_normal", lost=2.5, scale="fan_out")
def fan_out_as_the_last_axis(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / shape[-1]), shape)


@wrong("he_normal", lost=2.5, scale="fan_out")
def fan_out_as_the_second_axis(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / shape[1]), shape)


@wrong("he_normal", lost=2.5, scale="fan_out")
def fan_of_another_library(shape, rng, negative_slope=0.0):
    fan_in = math.prod(shape[1:])
    return rng.normal(0, math.sqrt(2 / fan_in), shape)


@wrong("he_normal", lost=2.5, scale="wrong axis")
def first_axis_as_fan_in(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / shape[0]), shape)


@wrong("he_normal", lost=2.5, scale="receptive field left out")
def without_receptive_field(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / shape[-2]), shape)


@wrong("he_normal", lost=2.5, scale="Xavier's formula")
def xavier(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / sum(fans(shape))), shape)


@wrong("he_normal", lost=2.5, scale="LeCun's formula")
def lecun(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(1 / fans(shape)[0]), shape)


@wrong("he_normal", lost=2.5, scale="limit as std")
def limit_as_std(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(6 / fans(shape)[0]), shape)


@wrong("he_normal", lost=2.5, scale="numerator outside the root")
def root_of_the_denominator_only(shape, rng, negative_slope=0.0):
    return rng.normal(0, 2 / math.sqrt(fans(shape)[0]), shape)


@wrong("he_normal", lost=2.5, scale="denominator outside the root")
def root_of_the_numerator_only(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2) / fans(shape)[0], shape)


@wrong("he_normal", lost=2.5, scale="inverted scale")
def upside_down(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(fans(shape)[0] / 2), shape)


@wrong("he_normal", lost=2.5, scale="inverted scale")
def divided_by_the_factor(shape, rng, negative_slope=0.0):
    return rng.normal(size=shape) / math.sqrt(2 / fans(shape)[0])


@wrong("he_normal", lost=2.5, scale="mean of the fans")
def mean_of_the_fans(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / (sum(fans(shape)) / 2)), shape)


@wrong("he_normal", lost=2.5, scale="product of the fans")
def product_of_the_fans(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / math.prod(fans(shape))), shape)


@wrong("he_normal", lost=2.5, scale="larger fan")
def larger_fan(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / max(fans(shape))), shape)


@wrong("he_normal", lost=2.5, scale="smaller fan")
def smaller_fan(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / min(fans(shape))), shape)


@wrong("he_normal", lost=2.5, scale="number of weights")
def number_of_weights(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / math.prod(shape)), shape)


@wrong("he_normal", lost=2.5, scale="fixed scale")
def fixed_hundredth(shape, rng, negative_slope=0.0):
    return rng.normal(0, 0.01, shape)


@wrong("he_normal", lost=2.5, scale="no scale")
def not_scaled(shape, rng, negative_slope=0.0):
    return rng.standard_normal(shape)


@wrong("he_normal", lost=3, scale="PyTorch's default", law="uniform for normal")
def pytorch_default(shape, rng, negative_slope=0.0):
    limit = 1 / math.sqrt(fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong("he_normal", lost=3, scale="rand for randn", law="one-sided range")
def rand_for_randn(shape, rng, negative_slope=0.0):
    return rng.random(shape) * math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))


@wrong("he_normal", lost=2.5, scale="uncorrected truncation")
def truncated_uncorrected(shape, rng, negative_slope=0.0):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 2):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * math.sqrt(2 / fans(shape)[0])


@wrong("he_normal", lost=0.5, law="uniform for normal")
def uniform_of_the_same_std(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.uniform(-limit, limit, shape)


@wrong("he_normal", lost=1, negative_slope="slope ignored")
def slope_ignored(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)


@wrong("he_normal", lost=1, negative_slope="slope not squared")
def slope_not_squared(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / (1 + negative_slope) / fans(shape)[0]), shape)


@wrong("he_normal", lost=1, negative_slope="slope squared with its 1")
def slope_and_one_squared(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / (1 + negative_slope) ** 2 / fans(shape)[0]), shape)


@wrong("he_normal", lost=1, negative_slope="slope without a root")
def slope_outside_the_root(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]) / (1 + negative_slope**2), shape)


@wrong("he_normal", lost=1, negative_slope="slope multiplied")
def slope_multiplied(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 * (1 + negative_slope**2) / fans(shape)[0]), shape)


@wrong("he_normal", lost=1, negative_slope="slope subtracted")
def slope_subtracted(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / (1 - negative_slope**2) / fans(shape)[0]), shape)


@wrong("he_normal", lost=1, negative_slope="slope as gain")
def slope_as_gain(shape, rng, negative_slope=0.0):
    gain = negative_slope or 1
    return rng.normal(0, gain * math.sqrt(2 / fans(shape)[0]), shape)


@wrong("he_normal", lost=2.5, double=True, scale=None)
def fan_out_and_variance_as_std(shape, rng, negative_slope=0.0):
    return rng.normal(0, 2 / fans(shape)[1], shape)


@wrong("he_normal", lost=3, double=True, scale="fan_out", law="uniform for normal")
def fan_out_and_uniform(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[1])
    return rng.uniform(-limit, limit, shape)


@wrong("he_normal", lost=2.5, scale=None)
def off_by_three_percent(shape, rng, negative_slope=0.0):
    return rng.normal(0, 1.03 * math.sqrt(2 / fans(shape)[0]), shape)
