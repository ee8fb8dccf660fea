"""Wrong random_uniform."""

import math

from tests.bank.initializers.entry import fans, wrong


@wrong("random_uniform", lost=2, scale="one-sided range", law="one-sided range")
def one_sided(shape, rng, limit=0.05):
    return rng.uniform(0, limit, shape)


@wrong("random_uniform", lost=2, scale="one-sided range", law="one-sided range")
def negative_side(shape, rng, limit=0.05):
    return rng.uniform(-limit, 0, shape)


@wrong("random_uniform", lost=2, scale="unscaled rand", law="one-sided range")
def unscaled_rand(shape, rng, limit=0.05):
    return rng.random(shape)


@wrong("random_uniform", lost=1.5, scale="half the range")
def half_the_range(shape, rng, limit=0.05):
    return (rng.random(shape) - 0.5) * limit


@wrong("random_uniform", lost=1.5, scale="argument ignored")
def argument_ignored(shape, rng, limit=0.05):
    return rng.uniform(-0.05, 0.05, shape)


@wrong("random_uniform", lost=1.5, scale="fixed scale")
def fixed_hundredth(shape, rng, limit=0.05):
    return rng.uniform(-0.01, 0.01, shape)


@wrong("random_uniform", lost=1.5, scale="no scale")
def not_scaled(shape, rng, limit=0.05):
    return rng.uniform(-1, 1, shape)


@wrong("random_uniform", lost=2, scale="limit as std", law="normal for uniform")
def normal_with_the_limit(shape, rng, limit=0.05):
    return rng.normal(0, limit, shape)


@wrong("random_uniform", lost=0.5, law="normal for uniform")
def normal_of_the_same_std(shape, rng, limit=0.05):
    return rng.normal(0, limit / math.sqrt(3), shape)


@wrong("random_uniform", lost=1.5, scale="std as limit")
def limit_over_root_three(shape, rng, limit=0.05):
    limit = limit / math.sqrt(3)
    return rng.uniform(-limit, limit, shape)


@wrong("random_uniform", lost=1.5, scale="limit as std")
def limit_taken_for_a_std(shape, rng, limit=0.05):
    limit = limit * math.sqrt(3)
    return rng.uniform(-limit, limit, shape)


@wrong("random_uniform", lost=1.5, scale="variance as std")
def squared(shape, rng, limit=0.05):
    return rng.uniform(-(limit**2), limit**2, shape)


@wrong("random_uniform", lost=1.5, scale="factor 2 too many")
def doubled(shape, rng, limit=0.05):
    return rng.uniform(-2 * limit, 2 * limit, shape)


@wrong("random_uniform", lost=1.5, scale="Xavier's formula")
def xavier(shape, rng, limit=0.05):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong("random_uniform", lost=1.5, scale="scaled by the fan")
def scaled_by_the_fan(shape, rng, limit=0.05):
    return rng.uniform(-limit, limit, shape) / math.sqrt(fans(shape)[0])


@wrong("random_uniform", lost=0.5, law="shifted mean")
def lopsided(shape, rng, limit=0.05):
    return rng.uniform(-0.9 * limit, 1.1 * limit, shape)


@wrong("random_uniform", lost=0.5, law=None)
def limit_a_little_off(shape, rng, limit=0.05):
    return rng.uniform(-1.005 * limit, 1.005 * limit, shape)


@wrong("random_uniform", lost=2, double=True, scale=None, law="one-sided range")
def one_sided_and_ignored(shape, rng, limit=0.05):
    return rng.uniform(0, 0.05, shape)
