"""Q7: answers to `lecun_normal`."""

import copy
import math

import numpy as np

from tests.bank.entry import right, wrong
from tests.bank.ways.formulas import fans, variance_scaling


@right
def lecun_normal_by_variance_scaling(shape, rng):
    return variance_scaling(shape, rng, 1, "fan_in", "normal")


@right(slow=True)
def lecun_normal_by_keras(shape, rng):
    import keras

    return keras.initializers.LecunNormal(seed=int(rng.integers(2**31)))(shape).numpy()


@right
def lecun_normal_divided(shape, rng):
    return rng.standard_normal(shape) / np.sqrt(fans(shape)[0])


@right
def lecun_normal_as_a_power(shape, rng):
    return rng.normal(scale=fans(shape)[0] ** -0.5, size=shape)


@wrong(lost=1.5, fails={"scale": "variance as std"})
def variance_as_std(shape, rng):
    return rng.normal(0, 1 / fans(shape)[0], shape)


@wrong(lost=1.5, fails={"scale": "He's formula"})
def he(shape, rng):
    return rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)


@wrong(lost=1.5, fails={"scale": "Xavier's formula"})
def xavier(shape, rng):
    return rng.normal(0, math.sqrt(2 / sum(fans(shape))), shape)


@wrong(lost=1.5, fails={"scale": "Xavier's formula without its 2"})
def one_over_the_sum(shape, rng):
    return rng.normal(0, math.sqrt(1 / sum(fans(shape))), shape)


@wrong(lost=1.5, fails={"scale": "fan_out"})
def divides_by_fan_out(shape, rng):
    return rng.normal(0, math.sqrt(1 / fans(shape)[1]), shape)


@wrong(lost=1.5, fails={"scale": "limit as std"})
def limit_as_std(shape, rng):
    return rng.normal(0, math.sqrt(3 / fans(shape)[0]), shape)


@wrong(lost=1.5, fails={"scale": "inverted scale"})
def upside_down(shape, rng):
    return rng.normal(0, math.sqrt(fans(shape)[0]), shape)


@wrong(lost=1.5, fails={"scale": "receptive field left out"})
def without_receptive_field(shape, rng):
    return rng.normal(0, math.sqrt(1 / shape[-2]), shape)


@wrong(lost=1.5, fails={"scale": "wrong axis"})
def first_axis_as_fan_in(shape, rng):
    return rng.normal(0, math.sqrt(1 / shape[0]), shape)


@wrong(lost=1.5, fails={"scale": "factor 2 missing"})
def half_the_variance(shape, rng):
    return rng.normal(0, math.sqrt(0.5 / fans(shape)[0]), shape)


@wrong(lost=1.5, fails={"scale": "number of weights"})
def number_of_weights(shape, rng):
    return rng.normal(0, math.sqrt(1 / math.prod(shape)), shape)


@wrong(lost=1.5, fails={"scale": "fixed scale"})
def fixed_tenth(shape, rng):
    return rng.normal(0, 0.1, shape)


@wrong(lost=2, fails={"scale": "PyTorch's default", "law": "uniform for normal"})
def pytorch_default(shape, rng):
    limit = math.sqrt(1 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=0.5, fails={"law": "uniform for normal"})
def uniform_of_the_same_std(shape, rng):
    limit = math.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)


@wrong(lost=0.5, fails={"law": "shifted mean"})
def shifted_mean(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return rng.normal(std / 10, std, shape)


@wrong(lost=2.5, fails={"law": "one number for all", "independence": "weights repeated", "scale": "one number for all"})
def discrete_signs(shape, rng):
    return rng.choice([-1.0, 1.0], shape) / math.sqrt(fans(shape)[0])


@wrong(lost=0.5, fails={"law": None})
def heavy_tails(shape, rng):
    return rng.logistic(0, math.sqrt(3 / fans(shape)[0]) / math.pi, shape)


@wrong(lost=1.5, fails={"scale": None})
def gain_of_tanh(shape, rng):
    return rng.normal(0, 5 / 3 * math.sqrt(1 / fans(shape)[0]), shape)


@wrong(lost=1.5, fails={"scale": None}, double=True)
def he_and_variance_as_std(shape, rng):
    return rng.normal(0, 2 / fans(shape)[0], shape)


# weights of the right law that are not drawn one by one


@wrong(
    lost=2.5, fails={"scale": "one number for all", "law": "one number for all", "independence": "one number for all"}
)
def one_number_for_all(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.full(shape, rng.normal(0, std))


@wrong(lost=2.5, fails={"scale": "weights repeated", "law": "weights repeated", "independence": "weights repeated"})
def one_filter_for_all_channels(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.broadcast_to(rng.normal(0, std, (*shape[:-1], 1))[..., ::-1], shape).copy() * rng.choice(
        [-1.0, 1.0], shape[-1]
    )


@wrong(lost=0.5, fails={"independence": "neighbours not independent"})
def sorted_rows(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.sort(rng.normal(0, std, shape), axis=-1)


@wrong(
    lost=2.5,
    fails={"scale": "one column repeated", "law": "one column repeated", "independence": "one column repeated"},
)
def one_unit_copied(shape, rng):
    weights = rng.normal(0, math.sqrt(1 / fans(shape)[0]), shape)
    return np.repeat(weights[..., :1], shape[-1], axis=-1)


# the law kept in places only, or draws that were changed afterwards


@wrong(lost=2, fails={"scale": "lawful in places", "law": "lawful in places"})
def halved_where_nearly_square(shape, rng):
    weights = rng.normal(0, math.sqrt(1 / fans(shape)[0]), shape)
    return weights if abs(shape[-2] - shape[-1]) > shape[-2] / 8 else weights / 2


@wrong(lost=0.5, fails={"law": "standardised"})
def mean_subtracted(shape, rng):
    weights = rng.normal(0, math.sqrt(1 / fans(shape)[0]), shape)
    return weights - weights.mean()


# the generator used wrongly


@wrong(lost=0.25, fails={"generator": "generator ignored"})
def fresh_generator(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.random.default_rng().normal(0, std, shape)


@wrong(lost=0.25, fails={"generator": "generator not moved on"})
def copied_generator(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return copy.deepcopy(rng).normal(0, std, shape)


# answers of the wrong kind: type, shape, dtype


@wrong(lost=3, fails={"form": "transposed shape"})
def transposed(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return rng.normal(0, std, (*shape[:-2], shape[-1], shape[-2]))


@wrong(lost=3, fails={"form": "integers"})
def drawn_integers(shape, rng):
    return rng.integers(-3, 4, shape)


@wrong(lost=3, fails={"form": "raised"})
def unknown_name(shape, rng):
    return rng.normal(0, 1 / math.sqrt(fan_in), shape)  # noqa: F821


@wrong(lost=3, fails={"form": "raised"}, says="too large to be a matrix")
def matrix_class(shape, rng):
    """A matrix has two axes: there is none for a convolution."""
    std = math.sqrt(1 / fans(shape)[0])
    return np.matrix(rng.normal(0, std, shape))


@wrong(lost=0.5, fails={"law": None}, says="mean fourth power")
def three_uniforms_in_turn(shape, rng):
    weights = np.zeros(shape)
    for _ in range(3):
        weights += rng.uniform(-1, 1, shape)
    return weights * fans(shape)[0] ** -0.5
