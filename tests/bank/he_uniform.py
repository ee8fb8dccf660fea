"""Q7: answers to `he_uniform`."""

import math

import numpy as np

from tests.bank.entry import right, wrong
from tests.bank.ways.formulas import fans, variance_scaling


@right
def he_uniform_by_variance_scaling(shape, rng, negative_slope=0.0):
    return variance_scaling(shape, rng, 2 / (1 + negative_slope**2), "fan_in", "uniform")


@right
def he_uniform_by_gain(shape, rng, negative_slope=0.0):
    gain = math.sqrt(2.0 / (1 + negative_slope**2))
    bound = math.sqrt(3.0) * gain / math.sqrt(fans(shape)[0])
    return rng.uniform(-bound, bound, shape)


@right
def he_uniform_with_hypot(shape, rng, negative_slope=0.0):
    return rng.uniform(-1, 1, shape) * np.sqrt(6 / np.prod(shape[:-1])) / np.hypot(1, negative_slope)


@right(slow=True)
def he_uniform_by_keras(shape, rng, negative_slope=0.0):
    import keras

    weights = keras.initializers.HeUniform(seed=int(rng.integers(2**31)))(shape).numpy()
    return weights / np.sqrt(1 + negative_slope**2).astype(np.float32)


@wrong(lost=2.5, fails={"scale": "square root missing"})
def root_missing(shape, rng, negative_slope=0.0):
    limit = 6 / fans(shape)[0]
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "variance as limit"})
def variance_as_limit(shape, rng, negative_slope=0.0):
    limit = 2 / fans(shape)[0]
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "std as limit"})
def std_as_limit(shape, rng, negative_slope=0.0):
    limit = math.sqrt(2 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "LeCun's formula"})
def lecuns_limit(shape, rng, negative_slope=0.0):
    limit = math.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "Xavier's formula"})
def xaviers_limit(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "fan_out"})
def divides_by_fan_out(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[1])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "receptive field left out"})
def without_receptive_field(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / shape[-2])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "wrong axis"})
def first_axis_as_fan_in(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / shape[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "numerator outside the root"})
def root_of_the_denominator_only(shape, rng, negative_slope=0.0):
    limit = 6 / math.sqrt(fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "denominator outside the root"})
def root_of_the_numerator_only(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6) / fans(shape)[0]
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "PyTorch's default"})
def pytorch_default(shape, rng, negative_slope=0.0):
    gain = math.sqrt(2 / (1 + math.sqrt(5) ** 2))
    limit = gain * math.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "inverted scale"})
def upside_down(shape, rng, negative_slope=0.0):
    limit = math.sqrt(fans(shape)[0] / 6)
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "mean of the fans"})
def mean_of_the_fans(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / np.mean(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=2.5, fails={"scale": "product of the fans"})
def product_of_the_fans(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / math.prod(fans(shape)))
    return rng.uniform(-limit, limit, shape)


@wrong(lost=3, fails={"scale": "one-sided range", "law": "one-sided range"})
def one_sided(shape, rng, negative_slope=0.0):
    return rng.uniform(0, math.sqrt(6 / fans(shape)[0]), shape)


@wrong(lost=2.5, fails={"scale": "half the range"})
def half_the_range(shape, rng, negative_slope=0.0):
    return (rng.random(shape) - 0.5) * math.sqrt(6 / fans(shape)[0])


@wrong(lost=3, fails={"scale": "unscaled rand", "law": "one-sided range"})
def unscaled_rand(shape, rng, negative_slope=0.0):
    return rng.random(shape)


@wrong(lost=2.5, fails={"scale": "no scale"})
def not_scaled(shape, rng, negative_slope=0.0):
    return rng.uniform(-1, 1, shape)


@wrong(lost=3, fails={"scale": "limit as std", "law": "normal for uniform"})
def normal_with_the_limit(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(6 / fans(shape)[0]), shape)


@wrong(lost=0.5, fails={"law": "normal for uniform"})
def normal_of_the_same_std(shape, rng, negative_slope=0.0):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2)), shape)


@wrong(lost=1, fails={"negative_slope": "slope ignored"})
def slope_ignored(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1, fails={"negative_slope": "slope not squared"})
def slope_not_squared(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / (1 + negative_slope) / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1, fails={"negative_slope": "slope multiplied"})
def slope_multiplied(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 * (1 + negative_slope**2) / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=1, fails={"negative_slope": "slope subtracted"})
def slope_subtracted(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / (1 - negative_slope) / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=3, fails={"scale": None, "law": "one-sided range"}, double=True)
def fan_out_and_one_sided(shape, rng, negative_slope=0.0):
    return rng.uniform(0, math.sqrt(6 / fans(shape)[1]), shape)


@wrong(lost=2.5, fails={"scale": None}, double=True)
def xavier_and_std_as_limit(shape, rng, negative_slope=0.0):
    limit = math.sqrt(2 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape)


# weights of the right law that are not drawn one by one


@wrong(lost=3.5, fails={"scale": "weights repeated", "law": "weights repeated", "independence": "weights repeated"})
def short_block_repeated(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return np.resize(rng.uniform(-limit, limit, 5000), shape)


@wrong(lost=0.5, fails={"independence": "neighbours not independent"})
def sorted(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return np.sort(rng.uniform(-limit, limit, math.prod(shape))).reshape(shape)


# the law kept in places only


@wrong(lost=3, fails={"scale": "lawful in places", "law": "lawful in places"})
def doubled_below_300_weights(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.uniform(-limit, limit, shape) * (1 if math.prod(shape) >= 300 else 2)


# the generator used wrongly


@wrong(lost=0.25, fails={"generator": "generator ignored"})
def fresh_random_state(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return np.random.RandomState().uniform(-limit, limit, shape)


@wrong(lost=0.25, fails={"generator": "generator not moved on"})
def seeded_by_the_state(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    seed = rng.bit_generator.state["state"]["state"]
    return np.random.default_rng(seed).uniform(-limit, limit, shape)


# answers of the wrong kind: type, shape, dtype


@wrong(lost=4, fails={"form": "bias added"})
def extra_row_for_the_bias(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.uniform(-limit, limit, (shape[0] + 1, *shape[1:]))


@wrong(lost=4, fails={"form": "raised"})
def dense_kernels_only(shape, rng, negative_slope=0.0):
    fan_in, _ = shape
    limit = math.sqrt(6 / fan_in / (1 + negative_slope**2))
    return rng.uniform(-limit, limit, shape)
