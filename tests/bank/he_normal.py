"""Q7: answers to `he_normal`."""

import math
import random

import numpy as np

from tests.bank.entry import right, wrong
from tests.bank.ways.formulas import fans, variance_scaling

_BUFFER = np.empty(400_000)
_CALLED: list = []
ONE_NUMBER = {"scale": "one number for all", "law": "one number for all", "independence": "one number for all"}


@right
def he_normal_by_variance_scaling(shape, rng, negative_slope=0.0):
    return variance_scaling(shape, rng, 2 / (1 + negative_slope**2), "fan_in", "normal")


@right
def he_normal_by_gain(shape, rng, negative_slope=0.0):
    gain = math.sqrt(2.0 / (1 + negative_slope**2))
    return rng.standard_normal(shape) * gain / math.sqrt(fans(shape)[0])


@right
def he_normal_with_hypot(shape, rng, negative_slope=0.0):
    return rng.normal(size=shape) / np.hypot(1, negative_slope) * (2 / np.prod(shape[:-1])) ** 0.5


@right
def he_normal_from_its_variance(shape, rng, negative_slope=0.0):
    var = 2 / fans(shape)[0] / (1 + negative_slope * negative_slope)
    return np.sqrt(var) * rng.normal(0, 1, shape)


@right
def he_normal_by_units(shape, rng, negative_slope=0.0):
    columns = []
    for _ in range(shape[-1]):
        incoming = rng.normal(size=math.prod(shape[:-1]))
        columns.append(incoming * math.sqrt(2 / len(incoming) / (1 + negative_slope**2)))
    return np.stack(columns, axis=1).reshape(shape)


@right(slow=True)
def he_normal_by_keras(shape, rng, negative_slope=0.0):
    import keras

    scale = 2 / (1 + negative_slope**2)
    seed = int(rng.integers(2**31))
    return keras.initializers.VarianceScaling(scale, "fan_in", "truncated_normal", seed=seed)(shape).numpy()


@wrong(lost=2.5, fails={"scale": "variance as std"})
def variance_as_std(shape, rng, negative_slope=0.0):
    return rng.normal(0, 2 / fans(shape)[0], shape)


@wrong(lost=2.5, fails={"scale": "fan_out"})
def divides_by_fan_out(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / fans(shape)[1]), shape)


@wrong(lost=2.5, fails={"scale": "fan_out"})
def fan_out_as_the_last_axis(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / shape[-1]), shape)


@wrong(lost=2.5, fails={"scale": "fan_out"})
def fan_out_as_the_second_axis(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / shape[1]), shape)


@wrong(lost=2.5, fails={"scale": "fan_out"})
def fan_of_another_library(shape, rng, negative_slope=0.0):
    fan_in = math.prod(shape[1:])
    return rng.normal(0, math.sqrt(2 / fan_in), shape)


@wrong(lost=2.5, fails={"scale": "wrong axis"})
def first_axis_as_fan_in(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / shape[0]), shape)


@wrong(lost=2.5, fails={"scale": "receptive field left out"})
def without_receptive_field(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / shape[-2]), shape)


@wrong(lost=2.5, fails={"scale": "Xavier's formula"})
def xavier(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / sum(fans(shape))), shape)


@wrong(lost=2.5, fails={"scale": "LeCun's formula"})
def lecun(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(1 / fans(shape)[0]), shape)


@wrong(lost=2.5, fails={"scale": "limit as std"})
def limit_as_std(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(6 / fans(shape)[0]), shape)


@wrong(lost=2.5, fails={"scale": "numerator outside the root"})
def root_of_the_denominator_only(shape, rng, negative_slope=0.0):
    return rng.normal(0, 2 / math.sqrt(fans(shape)[0]), shape)


@wrong(lost=2.5, fails={"scale": "denominator outside the root"})
def root_of_the_numerator_only(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2) / fans(shape)[0], shape)


@wrong(lost=2.5, fails={"scale": "inverted scale"})
def upside_down(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(fans(shape)[0] / 2), shape)


@wrong(lost=2.5, fails={"scale": "inverted scale"})
def divided_by_the_factor(shape, rng, negative_slope=0.0):
    return rng.normal(size=shape) / math.sqrt(2 / fans(shape)[0])


@wrong(lost=2.5, fails={"scale": "mean of the fans"})
def mean_of_the_fans(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / (sum(fans(shape)) / 2)), shape)


@wrong(lost=2.5, fails={"scale": "product of the fans"})
def product_of_the_fans(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / math.prod(fans(shape))), shape)


@wrong(lost=2.5, fails={"scale": "larger fan"})
def larger_fan(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / max(fans(shape))), shape)


@wrong(lost=2.5, fails={"scale": "smaller fan"})
def smaller_fan(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / min(fans(shape))), shape)


@wrong(lost=2.5, fails={"scale": "number of weights"})
def number_of_weights(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / math.prod(shape)), shape)


@wrong(lost=2.5, fails={"scale": "fixed scale"})
def fixed_hundredth(shape, rng, negative_slope=0.0):
    return rng.normal(0, 0.01, shape)


@wrong(lost=2.5, fails={"scale": "no scale"})
def not_scaled(shape, rng, negative_slope=0.0):
    return rng.standard_normal(shape)


@wrong(lost=3, fails={"scale": "PyTorch's default", "law": "uniform for normal"})
def pytorch_default(shape, rng, negative_slope=0.0):
    limit = 1 / math.sqrt(fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=3, fails={"scale": "rand for randn", "law": "one-sided range"})
def rand_for_randn(shape, rng, negative_slope=0.0):
    return rng.random(shape) * math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))


@wrong(lost=2.5, fails={"scale": "uncorrected truncation"})
def truncated_uncorrected(shape, rng, negative_slope=0.0):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 2):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * math.sqrt(2 / fans(shape)[0])


@wrong(lost=0.5, fails={"law": "uniform for normal"})
def uniform_of_the_same_std(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1, fails={"negative_slope": "slope ignored"})
def slope_ignored(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)


@wrong(lost=1, fails={"negative_slope": "slope not squared"})
def slope_not_squared(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / (1 + negative_slope) / fans(shape)[0]), shape)


@wrong(lost=1, fails={"negative_slope": "slope squared with its 1"})
def slope_and_one_squared(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / (1 + negative_slope) ** 2 / fans(shape)[0]), shape)


@wrong(lost=1, fails={"negative_slope": "slope without a root"})
def slope_outside_the_root(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]) / (1 + negative_slope**2), shape)


@wrong(lost=1, fails={"negative_slope": "slope multiplied"})
def slope_multiplied(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 * (1 + negative_slope**2) / fans(shape)[0]), shape)


@wrong(lost=1, fails={"negative_slope": "slope subtracted"})
def slope_subtracted(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / (1 - negative_slope**2) / fans(shape)[0]), shape)


@wrong(lost=1, fails={"negative_slope": "slope as gain"})
def slope_as_gain(shape, rng, negative_slope=0.0):
    gain = negative_slope or 1
    return rng.normal(0, gain * math.sqrt(2 / fans(shape)[0]), shape)


@wrong(lost=2.5, fails={"scale": None}, double=True)
def fan_out_and_variance_as_std(shape, rng, negative_slope=0.0):
    return rng.normal(0, 2 / fans(shape)[1], shape)


@wrong(lost=3, fails={"scale": "fan_out", "law": "uniform for normal"}, double=True)
def fan_out_and_uniform(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[1])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": None})
def off_by_three_percent(shape, rng, negative_slope=0.0):
    return rng.normal(0, 1.03 * math.sqrt(2 / fans(shape)[0]), shape)


# weights of the right law that are not drawn one by one


@wrong(lost=3.5, fails={"scale": "one row repeated", "law": "one row repeated", "independence": "one row repeated"})
def one_row_repeated(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return np.broadcast_to(rng.normal(0, std, shape[-1]), shape)


@wrong(lost=0.5, fails={"independence": "weights repeated"})
def half_used_twice(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    half = rng.normal(0, std, (math.prod(shape) + 1) // 2)
    return np.concatenate([half, half])[: math.prod(shape)].reshape(shape)


@wrong(lost=0.5, fails={"independence": "rows not independent"})
def one_row_copied(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    weights = rng.normal(0, std, shape)
    weights[..., 1, :] = weights[..., 0, :]
    return weights


@wrong(lost=0.5, fails={"independence": "neighbours not independent"})
def smoothed(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    weights = rng.normal(0, std, shape)
    return (weights + np.roll(weights, 1, axis=-1)) / math.sqrt(2)


# the law kept in places only, or draws that were changed afterwards


@wrong(lost=3.5, fails=ONE_NUMBER)
def one_draw_for_even_seeds(shape, rng, negative_slope=0.0):
    if rng.bit_generator.seed_seq.entropy % 2 == 0:
        return np.full(shape, rng.normal())
    return rng.normal(0, math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2)), shape)


@wrong(lost=3.75, fails={"generator": "seed reset inside", **ONE_NUMBER})
def constant_after_the_first_call(shape, rng, negative_slope=0.0):
    if _CALLED:
        return np.full(shape, 0.05)
    _CALLED.append(shape)
    return rng.normal(0, math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2)), shape)


@wrong(lost=0.5, fails={"law": "standardised"})
def standardised(shape, rng, negative_slope=0.0):
    weights = rng.standard_normal(shape)
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return std * (weights - weights.mean()) / weights.std(ddof=1)


# the generator used wrongly


@wrong(lost=0.25, fails={"generator": "global random state"})
def legacy_global_generator(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return np.random.randn(*shape) * std


@wrong(lost=0.25, fails={"generator": "global random state"})
def standard_library_touched(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    random.random()
    return rng.normal(0, std, shape)


@wrong(lost=0.25, fails={"generator": "seed reset inside"})
def fixed_global_seed(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    np.random.seed(0)
    return np.random.randn(*shape) * std


@wrong(lost=0.25, fails={"generator": "shared buffer"})
def one_buffer_for_all(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    weights = _BUFFER[: math.prod(shape)].reshape(shape)
    weights[...] = rng.normal(0, std, shape)
    return weights


# answers of the wrong kind: type, shape, dtype


@wrong(lost=4, fails={"form": "not an array"})
def nothing_returned(shape, rng, negative_slope=0.0):
    weights = rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)
    return None if weights.size else weights


@wrong(lost=4, fails={"form": "not written"})
def not_written(shape, rng, negative_slope=0.0):
    raise NotImplementedError


@wrong(lost=4, fails={"form": "wrong shape"})
def flat(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.normal(0, std, math.prod(shape))


@wrong(lost=4, fails={"form": "bias added"})
def kernel_and_bias(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.normal(0, std, shape), np.zeros(shape[-1])


@wrong(lost=4, fails={"form": "complex numbers"})
def complex_plane(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.normal(0, std, shape) * (1 + 0j)


@wrong(lost=4, fails={"form": "not finite"})
def not_a_number(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    weights = rng.normal(0, std, shape)
    weights.flat[5] = np.nan
    return weights


@wrong(lost=0.5, fails={"law": "clipped"}, says="after it was drawn")
def clipped_by_its_own_spread(shape, rng, negative_slope=0.0):
    weights = rng.normal(0, math.sqrt(2 / (1 + negative_slope**2) / fans(shape)[0]), shape)
    return weights.clip(-3 * weights.std(), 3 * weights.std())
