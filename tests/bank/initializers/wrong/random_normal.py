"""Wrong random_normal."""

import math

import numpy as np

from tests.bank.initializers.entry import fans, wrong


@wrong("random_normal", lost=1.5, scale="variance as std")
def variance_as_std(shape, rng, std=0.05):
    return rng.normal(0, std**2, shape)


@wrong("random_normal", lost=1.5, scale="root of the scale")
def root_of_the_std(shape, rng, std=0.05):
    return rng.normal(0, math.sqrt(std), shape)


@wrong("random_normal", lost=1.5, scale="argument ignored")
def argument_ignored(shape, rng, std=0.05):
    return rng.normal(0, 0.05, shape)


@wrong("random_normal", lost=1.5, scale="fixed scale")
def fixed_hundredth(shape, rng, std=0.05):
    return 0.01 * rng.standard_normal(shape)


@wrong("random_normal", lost=1.5, scale="no scale")
def not_scaled(shape, rng, std=0.05):
    return rng.standard_normal(shape)


@wrong("random_normal", lost=2, scale="rand for randn", law="one-sided range")
def rand_for_randn(shape, rng, std=0.05):
    return std * rng.random(shape)


@wrong("random_normal", lost=2, scale="rand for randn", law="uniform for normal")
def centred_rand(shape, rng, std=0.05):
    return std * (rng.random(shape) - 0.5)


@wrong("random_normal", lost=2, scale="std as limit", law="uniform for normal")
def uniform_within_the_std(shape, rng, std=0.05):
    return rng.uniform(-std, std, shape)


@wrong("random_normal", lost=2, scale="unscaled rand", law="one-sided range")
def unscaled_rand(shape, rng, std=0.05):
    return rng.random(shape)


@wrong("random_normal", lost=2, scale="folded normal", law="one-sided range")
def folded(shape, rng, std=0.05):
    return np.abs(rng.normal(0, std, shape))


@wrong("random_normal", lost=1.5, scale="He's formula")
def he(shape, rng, std=0.05):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)


@wrong("random_normal", lost=1.5, scale="scaled by the fan")
def scaled_by_the_fan(shape, rng, std=0.05):
    return rng.normal(0, std, shape) / math.sqrt(fans(shape)[0])


@wrong("random_normal", lost=1.5, scale="uncorrected truncation")
def truncated_uncorrected(shape, rng, std=0.05):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 2):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * std


@wrong("random_normal", lost=0.5, law="uniform for normal")
def uniform_of_the_same_std(shape, rng, std=0.05):
    limit = math.sqrt(3) * std
    return rng.uniform(-limit, limit, shape)


@wrong(
    "random_normal",
    lost=2.75,
    generator="seed reset inside",
    scale="one number for all",
    law="one number for all",
    independence="one number for all",
)
def mean_and_std_exchanged(shape, rng, std=0.05):
    return rng.normal(std, 0, shape)


@wrong("random_normal", lost=0.5, law="shifted mean")
def mean_is_the_std(shape, rng, std=0.05):
    return rng.normal(std, std, shape)


@wrong("random_normal", lost=1.5, scale="factor 2 too many")
def doubled(shape, rng, std=0.05):
    return rng.normal(0, 2 * std, shape)


@wrong("random_normal", lost=1.5, scale=None)
def off_by_two_and_a_half_percent(shape, rng, std=0.05):
    return rng.normal(0, 0.975 * std, shape)


@wrong("random_normal", lost=2, double=True, scale=None, law="one-sided range")
def variance_of_rand(shape, rng, std=0.05):
    return std**2 * rng.random(shape)
