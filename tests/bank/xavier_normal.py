"""Q6: answers to `xavier_normal`."""

import copy
import math

import numpy as np
from scipy import special

from tests.bank.entry import right, wrong
from tests.bank.ways.formulas import fans, variance_scaling


@right
def xavier_normal_by_variance_scaling(shape, rng):
    return variance_scaling(shape, rng, 1, "fan_avg", "normal")


@right(slow=True)
def glorot_normal_by_keras(shape, rng):
    import keras

    return keras.initializers.GlorotNormal(seed=int(rng.integers(2**31)))(shape).numpy()


@right
def xavier_normal_in_steps(shape, rng):
    fan_in, fan_out = fans(shape)
    variance = 2.0 / (fan_in + fan_out)
    std = variance**0.5
    return rng.normal(loc=0, scale=std, size=shape)


@right
def xavier_normal_by_the_mean_fan(shape, rng):
    mean_fan = np.mean(fans(shape))
    return rng.standard_normal(shape) / np.sqrt(mean_fan)


@wrong(lost=1.5, fails={"scale": "variance as std"})
def variance_as_std(shape, rng):
    return rng.normal(0, 2 / sum(fans(shape)), shape)


@wrong(lost=1.5, fails={"scale": "LeCun's formula"})
def one_over_fan_in(shape, rng):
    return rng.normal(0, math.sqrt(1 / fans(shape)[0]), shape)


@wrong(lost=1.5, fails={"scale": "factor 2 missing"})
def one_over_the_sum(shape, rng):
    return rng.normal(0, math.sqrt(1 / sum(fans(shape))), shape)


@wrong(lost=1.5, fails={"scale": "only fan_out"})
def one_over_fan_out(shape, rng):
    return rng.normal(0, math.sqrt(1 / fans(shape)[1]), shape)


@wrong(lost=1.5, fails={"scale": "He's formula"})
def he(shape, rng):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)


@wrong(lost=1.5, fails={"scale": "fan_out"})
def divides_by_fan_out(shape, rng):
    return rng.normal(0, math.sqrt(2 / fans(shape)[1]), shape)


@wrong(lost=1.5, fails={"scale": "numerator outside the root"})
def two_over_the_mean(shape, rng):
    return rng.normal(0, math.sqrt(2 / np.mean(fans(shape))), shape)


@wrong(lost=1.5, fails={"scale": "limit as std"})
def limit_as_std(shape, rng):
    return rng.normal(0, math.sqrt(6 / sum(fans(shape))), shape)


@wrong(lost=1.5, fails={"scale": "numerator outside the root"})
def root_of_the_denominator_only(shape, rng):
    return rng.normal(0, 2 / math.sqrt(sum(fans(shape))), shape)


@wrong(lost=1.5, fails={"scale": "denominator outside the root"})
def root_of_the_numerator_only(shape, rng):
    return rng.normal(0, math.sqrt(2) / sum(fans(shape)), shape)


@wrong(lost=1.5, fails={"scale": "operator precedence"})
def without_brackets(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, math.sqrt(2 / fan_in + fan_out), shape)


@wrong(lost=1.5, fails={"scale": "root of each fan"})
def root_of_each_fan(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, math.sqrt(2) / (math.sqrt(fan_in) + math.sqrt(fan_out)), shape)


@wrong(lost=1.5, fails={"scale": "inverted scale"})
def upside_down(shape, rng):
    return rng.normal(0, math.sqrt(sum(fans(shape)) / 2), shape)


@wrong(lost=1.5, fails={"scale": "geometric mean"})
def geometric_mean(shape, rng):
    return rng.normal(0, math.prod(fans(shape)) ** -0.25, shape)


@wrong(lost=1.5, fails={"scale": "product of the fans"})
def product_of_the_fans(shape, rng):
    return rng.normal(0, math.sqrt(2 / math.prod(fans(shape))), shape)


@wrong(lost=1.5, fails={"scale": "receptive field left out"})
def without_receptive_field(shape, rng):
    return rng.normal(0, math.sqrt(2 / (shape[-2] + shape[-1])), shape)


@wrong(lost=1.5, fails={"scale": "wrong axis"})
def first_two_axes(shape, rng):
    return rng.normal(0, math.sqrt(2 / (shape[0] + shape[1])), shape)


@wrong(lost=1.5, fails={"scale": "sum of the shape"})
def sum_of_the_shape(shape, rng):
    return rng.normal(0, math.sqrt(2 / sum(shape)), shape)


@wrong(lost=1.5, fails={"scale": "fixed scale"})
def fixed_twentieth(shape, rng):
    return rng.normal(0, 0.05, shape)


@wrong(lost=1.5, fails={"scale": "no scale"})
def not_scaled(shape, rng):
    return rng.normal(size=shape)


@wrong(lost=2, fails={"scale": "rand for randn", "law": "one-sided range"})
def rand_for_randn(shape, rng):
    return rng.random(shape) * math.sqrt(2 / sum(fans(shape)))


@wrong(lost=2, fails={"scale": "std as limit", "law": "uniform for normal"})
def uniform_within_the_std(shape, rng):
    return rng.uniform(-1, 1, shape) * math.sqrt(2 / sum(fans(shape)))


@wrong(lost=2, fails={"scale": "folded normal", "law": "one-sided range"})
def folded(shape, rng):
    return np.abs(rng.normal(0, math.sqrt(2 / sum(fans(shape))), shape))


@wrong(lost=0.5, fails={"law": "shifted mean"})
def shifted_mean(shape, rng):
    return rng.normal(0.01, math.sqrt(2 / sum(fans(shape))), shape)


@wrong(lost=0.5, fails={"law": "uniform for normal"})
def uniform_of_the_same_std(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=0.5, fails={"law": None})
def laplace_of_the_same_std(shape, rng):
    return rng.laplace(0, math.sqrt(1 / sum(fans(shape))), shape)


@wrong(lost=1.5, fails={"scale": "uncorrected truncation"})
def truncated_uncorrected(shape, rng):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 2):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * math.sqrt(2 / sum(fans(shape)))


@wrong(lost=1.5, fails={"scale": None}, double=True)
def without_receptive_field_as_variance(shape, rng):
    return rng.normal(0, 2 / (shape[-2] + shape[-1]), shape)


# weights of the right law that are not drawn one by one


@wrong(lost=0.5, fails={"independence": "weights repeated"})
def mirrored_half(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    half = rng.normal(0, std, (math.prod(shape) + 1) // 2)
    return np.concatenate([half, -half])[: math.prod(shape)].reshape(shape)


@wrong(lost=0.5, fails={"independence": "rounded"})
def through_half_precision(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    return rng.normal(0, std, shape).astype(np.float16).astype(np.float32)


# the law kept in places only, or draws that were changed afterwards


@wrong(lost=2, fails={"scale": "lawful in places", "law": "lawful in places"})
def twice_lecun_below_2000_weights(shape, rng):
    fan_in, fan_out = fans(shape)
    variance = 2 / (fan_in + fan_out) if fan_in * fan_out >= 2000 else 4 / fan_in
    return rng.normal(0, math.sqrt(variance), shape)


@wrong(lost=0.5, fails={"law": "standardised"})
def exact_standard_deviation(shape, rng):
    weights = rng.standard_normal(shape)
    return weights / weights.std(ddof=1) * math.sqrt(2 / sum(fans(shape)))


# the generator used wrongly


@wrong(lost=0.25, fails={"generator": "seed reset inside"})
def fixed_seed_for_xavier_normal(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    rng = np.random.default_rng(42)
    return rng.normal(0, std, shape)


@wrong(lost=0.5, fails={"independence": "draws used twice"})
def advanced_by_one_for_xavier_normal(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    weights = np.random.Generator(copy.deepcopy(rng.bit_generator)).uniform(-1, 1, shape)
    rng.random()
    return special.ndtri((weights + 1) / 2) * std


# answers of the wrong kind: type, shape, dtype


@wrong(lost=3, fails={"form": "a list"})
def list_of_lists(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    return rng.normal(0, std, shape).tolist()


@wrong(lost=3, fails={"form": "float16"})
def half_precision(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    return rng.normal(0, std, shape).astype(np.float16)


@wrong(lost=3, fails={"form": "not finite"})
def divided_by_zero(shape, rng):
    with np.errstate(all="ignore"):
        return rng.normal(size=shape) / np.zeros(shape)
