"""Q5: answers to `random_normal`."""

import math

import numpy as np

from tests.bank.entry import right, wrong
from tests.bank.ways.formulas import fans

_CACHE: dict = {}
ONE_ROW = {"scale": "one row repeated", "law": "one row repeated", "independence": "one row repeated"}


@right
def random_normal_shifted_by_nothing(shape, rng, std=0.05):
    return 0.0 + std * rng.normal(size=shape)


@right
def random_normal_by_variance(shape, rng, std=0.05):
    variance = std**2
    return rng.normal(0, np.sqrt(variance), shape)


@wrong(lost=1.5, fails={"scale": "variance as std"})
def variance_as_std(shape, rng, std=0.05):
    return rng.normal(0, std**2, shape)


@wrong(lost=1.5, fails={"scale": "root of the scale"})
def root_of_the_std(shape, rng, std=0.05):
    return rng.normal(0, math.sqrt(std), shape)


@wrong(lost=1.5, fails={"scale": "argument ignored"})
def argument_ignored(shape, rng, std=0.05):
    return rng.normal(0, 0.05, shape)


@wrong(lost=1.5, fails={"scale": "fixed scale"})
def fixed_hundredth(shape, rng, std=0.05):
    return 0.01 * rng.standard_normal(shape)


@wrong(lost=1.5, fails={"scale": "no scale"})
def not_scaled(shape, rng, std=0.05):
    return rng.standard_normal(shape)


@wrong(lost=2, fails={"scale": "rand for randn", "law": "one-sided range"})
def rand_for_randn(shape, rng, std=0.05):
    return std * rng.random(shape)


@wrong(lost=2, fails={"scale": "rand for randn", "law": "uniform for normal"})
def centred_rand(shape, rng, std=0.05):
    return std * (rng.random(shape) - 0.5)


@wrong(lost=2, fails={"scale": "std as limit", "law": "uniform for normal"})
def uniform_within_the_std(shape, rng, std=0.05):
    return rng.uniform(-std, std, shape)


@wrong(lost=2, fails={"scale": "unscaled rand", "law": "one-sided range"})
def unscaled_rand(shape, rng, std=0.05):
    return rng.random(shape)


@wrong(lost=2, fails={"scale": "folded normal", "law": "one-sided range"})
def folded(shape, rng, std=0.05):
    return np.abs(rng.normal(0, std, shape))


@wrong(lost=1.5, fails={"scale": "He's formula"})
def he(shape, rng, std=0.05):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)


@wrong(lost=1.5, fails={"scale": "scaled by the fan"})
def scaled_by_the_fan(shape, rng, std=0.05):
    return rng.normal(0, std, shape) / math.sqrt(fans(shape)[0])


@wrong(lost=1.5, fails={"scale": "uncorrected truncation"})
def truncated_uncorrected(shape, rng, std=0.05):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 2):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * std


@wrong(lost=0.5, fails={"law": "uniform for normal"})
def uniform_of_the_same_std(shape, rng, std=0.05):
    limit = math.sqrt(3) * std
    return rng.uniform(-limit, limit, shape)


@wrong(
    lost=2.75,
    fails={
        "generator": "seed reset inside",
        "scale": "one number for all",
        "law": "one number for all",
        "independence": "one number for all",
    },
)
def mean_and_std_exchanged(shape, rng, std=0.05):
    return rng.normal(std, 0, shape)


@wrong(lost=0.5, fails={"law": "shifted mean"})
def mean_is_the_std(shape, rng, std=0.05):
    return rng.normal(std, std, shape)


@wrong(lost=1.5, fails={"scale": "factor 2 too many"})
def doubled(shape, rng, std=0.05):
    return rng.normal(0, 2 * std, shape)


@wrong(lost=1.5, fails={"scale": None})
def off_by_two_and_a_half_percent(shape, rng, std=0.05):
    return rng.normal(0, 0.975 * std, shape)


@wrong(lost=2, fails={"scale": None, "law": "one-sided range"}, double=True)
def variance_of_rand(shape, rng, std=0.05):
    return std**2 * rng.random(shape)


# weights of the right law that are not drawn one by one


@wrong(lost=2.5, fails=ONE_ROW)
def one_row_tiled(shape, rng, std=0.05):
    return np.tile(rng.normal(0, std, shape[-1]), (*shape[:-1], 1))


@wrong(lost=0.5, fails={"independence": "neighbours not independent"})
def correlated_rows(shape, rng, std=0.05):
    weights = rng.normal(0, std, shape)
    return math.sqrt(0.9) * weights + math.sqrt(0.1) * np.roll(weights, 1, axis=-2)


@wrong(lost=2.5, fails={"scale": "weights repeated", "law": "weights repeated", "independence": "weights repeated"})
def sixty_four_draws_tiled(shape, rng, std=0.05):
    return np.resize(rng.normal(0, std, 64), shape)


# the law kept in places only, or draws that were changed afterwards


@wrong(lost=2, fails={"scale": "lawful in places", "law": "lawful in places"})
def not_scaled_below_2000_weights(shape, rng, std=0.05):
    return rng.normal(0, std if math.prod(shape) >= 2000 else 1, shape)


@wrong(
    lost=2.75,
    fails={
        "generator": "seed reset inside",
        "scale": "one number for all",
        "law": "one number for all",
        "independence": "one number for all",
    },
)
def zeros_for_square_kernels(shape, rng, std=0.05):
    return np.zeros(shape) if shape[0] == shape[1] else rng.normal(0, std, shape)


@wrong(lost=0.5, fails={"law": "standardised"})
def standardised(shape, rng, std=0.05):
    weights = rng.standard_normal(shape)
    return std * (weights - weights.mean()) / weights.std()


# the generator used wrongly


@wrong(lost=0.25, fails={"generator": "global random state"})
def global_state_touched_besides(shape, rng, std=0.05):
    np.random.rand()
    return rng.normal(0, std, shape)


@wrong(lost=0.25, fails={"generator": "seed reset inside"})
def cached_by_shape(shape, rng, std=0.05):
    seed = _CACHE.setdefault((shape, std), int(rng.integers(2**63)))  # of the same weights, and shorter
    return np.random.default_rng(seed).normal(0, std, shape)


# answers of the wrong kind: type, shape, dtype


@wrong(lost=3, fails={"form": "bias added"})
def kernel_and_bias_by_name(shape, rng, std=0.05):
    return {"kernel": rng.normal(0, std, shape), "bias": np.zeros(shape[-1])}


@wrong(lost=3, fails={"form": "raised"})
def legacy_method(shape, rng, std=0.05):
    return rng.randn(*shape) * std


# laws that are nearly normal


@wrong(lost=0.5, fails={"law": "clipped"}, says="after it was drawn")
def tails_set_to_the_border(shape, rng, std=0.05):
    weights = rng.normal(0, std, shape)
    far = np.abs(weights) > 2.5 * std
    weights[far] = 2.5 * std * np.sign(weights[far])
    return weights


@wrong(lost=0.5, fails={"law": "clipped"}, says="exactly")
def clipped_at_four_deviations(shape, rng, std=0.05):
    return std * np.minimum(np.maximum(rng.standard_normal(shape), -4), 4)


@wrong(lost=2, fails={"scale": None, "law": "clipped"}, says="exactly 0")
def tails_set_to_zero(shape, rng, std=0.05):
    weights = rng.normal(0, std, shape)
    return np.where(np.abs(weights) > 2.5 * std, 0, weights)


@wrong(lost=0.5, fails={"law": None}, says="mean fourth power is 2.")
def four_uniforms(shape, rng, std=0.05):
    return std * (sum(rng.random(shape) for _ in range(4)) - 2) * math.sqrt(3)


@wrong(lost=0.5, fails={"law": None}, says="mean fourth power is 2.")
def six_uniforms(shape, rng, std=0.05):
    return std * (rng.random((6, *shape)).sum(axis=0) - 3) * math.sqrt(2)


@wrong(lost=0.5, fails={"law": None})
def student_with_twenty_degrees_of_freedom(shape, rng, std=0.05):
    return std * rng.standard_t(20, shape) * math.sqrt(18 / 20)


@wrong(lost=1.5, fails={"scale": None}, says="expected 0.05")
def cut_at_three_deviations_uncorrected(shape, rng, std=0.05):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 3):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * std


@right
def cut_at_three_deviations_and_corrected(shape, rng, std=0.05):
    return cut_at_three_deviations_uncorrected(shape, rng, std) / 0.9865783925581086


@right
def cut_at_two_and_a_half_deviations_and_corrected(shape, rng, std=0.05):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 2.5):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * (std / 0.9545974863445806)
