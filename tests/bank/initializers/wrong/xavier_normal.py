"""Wrong xavier_normal."""

import math

import numpy as np

from tests.bank.initializers.entry import fans, wrong


@wrong("xavier_normal", lost=1.5, scale="variance as std")
def variance_as_std(shape, rng):
    return rng.normal(0, 2 / sum(fans(shape)), shape)


@wrong("xavier_normal", lost=1.5, scale="LeCun's formula")
def one_over_fan_in(shape, rng):
    return rng.normal(0, math.sqrt(1 / fans(shape)[0]), shape)


@wrong("xavier_normal", lost=1.5, scale="factor 2 missing")
def one_over_the_sum(shape, rng):
    return rng.normal(0, math.sqrt(1 / sum(fans(shape))), shape)


@wrong("xavier_normal", lost=1.5, scale="only fan_out")
def one_over_fan_out(shape, rng):
    return rng.normal(0, math.sqrt(1 / fans(shape)[1]), shape)


@wrong("xavier_normal", lost=1.5, scale="He's formula")
def he(shape, rng):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)


@wrong("xavier_normal", lost=1.5, scale="fan_out")
def divides_by_fan_out(shape, rng):
    return rng.normal(0, math.sqrt(2 / fans(shape)[1]), shape)


@wrong("xavier_normal", lost=1.5, scale="numerator outside the root")
def two_over_the_mean(shape, rng):
    return rng.normal(0, math.sqrt(2 / np.mean(fans(shape))), shape)


@wrong("xavier_normal", lost=1.5, scale="limit as std")
def limit_as_std(shape, rng):
    return rng.normal(0, math.sqrt(6 / sum(fans(shape))), shape)


@wrong("xavier_normal", lost=1.5, scale="numerator outside the root")
def root_of_the_denominator_only(shape, rng):
    return rng.normal(0, 2 / math.sqrt(sum(fans(shape))), shape)


@wrong("xavier_normal", lost=1.5, scale="denominator outside the root")
def root_of_the_numerator_only(shape, rng):
    return rng.normal(0, math.sqrt(2) / sum(fans(shape)), shape)


@wrong("xavier_normal", lost=1.5, scale="operator precedence")
def without_brackets(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, math.sqrt(2 / fan_in + fan_out), shape)


@wrong("xavier_normal", lost=1.5, scale="root of each fan")
def root_of_each_fan(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, math.sqrt(2) / (math.sqrt(fan_in) + math.sqrt(fan_out)), shape)


@wrong("xavier_normal", lost=1.5, scale="inverted scale")
def upside_down(shape, rng):
    return rng.normal(0, math.sqrt(sum(fans(shape)) / 2), shape)


@wrong("xavier_normal", lost=1.5, scale="geometric mean")
def geometric_mean(shape, rng):
    return rng.normal(0, math.prod(fans(shape)) ** -0.25, shape)


@wrong("xavier_normal", lost=1.5, scale="product of the fans")
def product_of_the_fans(shape, rng):
    return rng.normal(0, math.sqrt(2 / math.prod(fans(shape))), shape)


@wrong("xavier_normal", lost=1.5, scale="receptive field left out")
def without_receptive_field(shape, rng):
    return rng.normal(0, math.sqrt(2 / (shape[-2] + shape[-1])), shape)


@wrong("xavier_normal", lost=1.5, scale="wrong axis")
def first_two_axes(shape, rng):
    return rng.normal(0, math.sqrt(2 / (shape[0] + shape[1])), shape)


@wrong("xavier_normal", lost=1.5, scale="sum of the shape")
def sum_of_the_shape(shape, rng):
    return rng.normal(0, math.sqrt(2 / sum(shape)), shape)


@wrong("xavier_normal", lost=1.5, scale="fixed scale")
def fixed_twentieth(shape, rng):
    return rng.normal(0, 0.05, shape)


@wrong("xavier_normal", lost=1.5, scale="no scale")
def not_scaled(shape, rng):
    return rng.normal(size=shape)


@wrong("xavier_normal", lost=2, scale="rand for randn", law="one-sided range")
def rand_for_randn(shape, rng):
    return rng.random(shape) * math.sqrt(2 / sum(fans(shape)))


@wrong("xavier_normal", lost=2, scale="std as limit", law="uniform for normal")
def uniform_within_the_std(shape, rng):
    return rng.uniform(-1, 1, shape) * math.sqrt(2 / sum(fans(shape)))


@wrong("xavier_normal", lost=2, scale="folded normal", law="one-sided range")
def folded(shape, rng):
    return np.abs(rng.normal(0, math.sqrt(2 / sum(fans(shape))), shape))


@wrong("xavier_normal", lost=0.5, law="shifted mean")
def shifted_mean(shape, rng):
    return rng.normal(0.01, math.sqrt(2 / sum(fans(shape))), shape)


@wrong("xavier_normal", lost=0.5, law="uniform for normal")
def uniform_of_the_same_std(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("xavier_normal", lost=0.5, law=None)
def laplace_of_the_same_std(shape, rng):
    return rng.laplace(0, math.sqrt(1 / sum(fans(shape))), shape)


@wrong("xavier_normal", lost=1.5, scale="uncorrected truncation")
def truncated_uncorrected(shape, rng):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 2):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * math.sqrt(2 / sum(fans(shape)))


@wrong("xavier_normal", lost=1.5, double=True, scale=None)
def without_receptive_field_as_variance(shape, rng):
    return rng.normal(0, 2 / (shape[-2] + shape[-1]), shape)
