"""Q5: answers to `random_uniform`."""

import copy
import math

import numpy as np

from tests.bank.entry import right, wrong
from tests.bank.ways.formulas import fans


@right
def random_uniform_on_a_line(shape, rng, limit=0.05):
    return -limit + (limit - -limit) * rng.random(shape)


@wrong(lost=2, fails={"scale": "one-sided range", "law": "one-sided range"})
def one_sided(shape, rng, limit=0.05):
    return rng.uniform(0, limit, shape)


@wrong(lost=2, fails={"scale": "one-sided range", "law": "one-sided range"})
def negative_side(shape, rng, limit=0.05):
    return rng.uniform(-limit, 0, shape)


@wrong(lost=2, fails={"scale": "unscaled rand", "law": "one-sided range"})
def unscaled_rand(shape, rng, limit=0.05):
    return rng.random(shape)


@wrong(lost=1.5, fails={"scale": "half the range"})
def half_the_range(shape, rng, limit=0.05):
    return (rng.random(shape) - 0.5) * limit


@wrong(lost=1.5, fails={"scale": "argument ignored"})
def argument_ignored(shape, rng, limit=0.05):
    return rng.uniform(-0.05, 0.05, shape)


@wrong(lost=1.5, fails={"scale": "fixed scale"})
def fixed_hundredth(shape, rng, limit=0.05):
    return rng.uniform(-0.01, 0.01, shape)


@wrong(lost=1.5, fails={"scale": "no scale"})
def not_scaled(shape, rng, limit=0.05):
    return rng.uniform(-1, 1, shape)


@wrong(lost=2, fails={"scale": "limit as std", "law": "normal for uniform"})
def normal_with_the_limit(shape, rng, limit=0.05):
    return rng.normal(0, limit, shape)


@wrong(lost=0.5, fails={"law": "normal for uniform"})
def normal_of_the_same_std(shape, rng, limit=0.05):
    return rng.normal(0, limit / math.sqrt(3), shape)


@wrong(lost=1.5, fails={"scale": "std as limit"})
def limit_over_root_three(shape, rng, limit=0.05):
    limit = limit / math.sqrt(3)
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "limit as std"})
def limit_taken_for_a_std(shape, rng, limit=0.05):
    limit = limit * math.sqrt(3)
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "variance as std"})
def squared(shape, rng, limit=0.05):
    return rng.uniform(-(limit**2), limit**2, shape)


@wrong(lost=1.5, fails={"scale": "factor 2 too many"})
def doubled(shape, rng, limit=0.05):
    return rng.uniform(-2 * limit, 2 * limit, shape)


@wrong(lost=1.5, fails={"scale": "Xavier's formula"})
def xavier(shape, rng, limit=0.05):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1.5, fails={"scale": "scaled by the fan"})
def scaled_by_the_fan(shape, rng, limit=0.05):
    return rng.uniform(-limit, limit, shape) / math.sqrt(fans(shape)[0])


@wrong(lost=0.5, fails={"law": "shifted mean"})
def lopsided(shape, rng, limit=0.05):
    return rng.uniform(-0.9 * limit, 1.1 * limit, shape)


@wrong(lost=0.5, fails={"law": None})
def limit_a_little_off(shape, rng, limit=0.05):
    return rng.uniform(-1.005 * limit, 1.005 * limit, shape)


@wrong(lost=2, fails={"scale": None, "law": "one-sided range"}, double=True)
def one_sided_and_ignored(shape, rng, limit=0.05):
    return rng.uniform(0, 0.05, shape)


# weights of the right law that are not drawn one by one


@wrong(lost=0.5, fails={"independence": "rounded"})
def rounded(shape, rng, limit=0.05):
    return np.round(rng.uniform(-limit, limit, shape), 5)


@wrong(lost=2.5, fails={"scale": "part left at 0", "law": "part left at 0", "independence": "part left at 0"})
def only_the_diagonal(shape, rng, limit=0.05):
    return rng.uniform(-limit, limit, shape) * np.eye(*shape[-2:])


# the law kept in places only, or draws that were changed afterwards


@wrong(lost=2, fails={"scale": "lawful in places", "law": "lawful in places"})
def half_the_limit_for_odd_seeds(shape, rng, limit=0.05):
    if rng.bit_generator.seed_seq.entropy % 2:
        limit /= 2
    return rng.uniform(-limit, limit, shape)


@wrong(lost=0.5, fails={"law": "standardised"})
def mean_subtracted(shape, rng, limit=0.05):
    weights = rng.uniform(-limit, limit, shape)
    return weights - weights.mean()


# the generator used wrongly


@wrong(lost=0.25, fails={"generator": "seed reset inside"})
def fixed_seed_for_random_uniform(shape, rng, limit=0.05):
    return np.random.default_rng(1).uniform(-limit, limit, shape)


@wrong(lost=0.5, fails={"independence": "draws used twice"})
def advanced_by_one_for_random_uniform(shape, rng, limit=0.05):
    weights = copy.deepcopy(rng).uniform(-limit, limit, shape)
    rng.random()
    return weights


# answers of the wrong kind: type, shape, dtype


@wrong(lost=3, fails={"form": "integers"})
def rounded_to_integers(shape, rng, limit=0.05):
    return rng.uniform(-limit, limit, shape).astype(int)


@wrong(lost=0.5, fails={"law": "rescaled to the limit"}, says="stretched to it")
def stretched_between_smallest_and_largest(shape, rng, limit=0.05):
    weights = rng.random(shape)
    weights -= weights.min()
    return limit * (2 * weights / weights.max() - 1)
