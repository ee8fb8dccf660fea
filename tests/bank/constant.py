"""Q4: answers to `constant`."""

import numpy as np

from tests.bank.entry import right, wrong
from tests.bank.ways.formulas import fans


@right
def full_of_floats(shape, rng, value=0.5):
    return np.full(shape, value, float)


@wrong(lost=0.25, fails={"whole": "integers"})
def full_of_value(shape, rng, value=0.5):
    return np.full(shape, value)


@right
def scaled_ones(shape, rng, value=0.5):
    return value * np.ones(shape)


@right
def shifted_zeros(shape, rng, value=0.5):
    return np.zeros(shape) + value


@wrong(lost=0.25, fails={"whole": "integers"})
def tiled(shape, rng, value=0.5):
    return np.tile(value, shape)


@right
def broadcast(shape, rng, value=0.5):
    return np.broadcast_to(np.float64(value), shape)


@right
def in_float32(shape, rng, value=0.5):
    return np.full(shape, value, np.float32)


@right
def uniform_of_no_width(shape, rng, value=0.5):
    return rng.uniform(value, value, shape)


@right
def assigned(shape, rng, value=0.5):
    weights = np.empty(shape)
    weights[...] = value
    return weights


@right(slow=True)
def keras_constant(shape, rng, value=0.5):
    import keras

    return np.asarray(keras.initializers.Constant(value)(shape))


@wrong(lost=1, fails={"value": "argument ignored"})
def argument_ignored(shape, rng, value=0.5):
    return np.full(shape, 0.5)


@wrong(lost=0.5, fails={"default": "other constant"})
def default_of_one(shape, rng, value=0.5):
    return np.full(shape, 1.0 if value == 0.5 else float(value))


@wrong(lost=1.5, fails={"default": "other constant", "value": "other constant"})
def ones_for_constant(shape, rng, value=0.5):
    return np.ones(shape)


@wrong(lost=1.5, fails={"default": "other constant", "value": "other constant"})
def zeros(shape, rng, value=0.5):
    return np.zeros(shape)


@wrong(lost=1.5, fails={"default": "random constant", "value": "random constant"})
def random_values(shape, rng, value=0.5):
    return rng.random(shape) * value


@wrong(lost=1, fails={"value": "other constant"})
def magnitude_only(shape, rng, value=0.5):
    return np.full(shape, abs(value))


@wrong(lost=1.5, fails={"default": "other constant", "value": "other constant"})
def scaled_by_the_fan(shape, rng, value=0.5):
    return np.full(shape, value / fans(shape)[0])


@wrong(lost=1.5, fails={"default": "random constant", "value": "random constant"})
def first_row_only(shape, rng, value=0.5):
    weights = np.zeros(shape)
    weights[0] = value
    return weights


@wrong(lost=2, fails={"form": "integers"})
def integers_for_constant(shape, rng, value=0.5):
    return np.full(shape, value, dtype=int)


@wrong(lost=2, fails={"form": "float16"})
def half_precision(shape, rng, value=0.5):
    return np.full(shape, value, dtype=np.float16)


@wrong(lost=2, fails={"form": "one number"})
def one_number(shape, rng, value=0.5):
    return value


@wrong(lost=2, fails={"form": "object dtype"})
def objects(shape, rng, value=0.5):
    return np.full(shape, value, dtype=object)


_KEPT: dict = {}


@wrong(lost=1, fails={"value": "zero taken for nothing"}, says="A value of 0")
def without_a_value_if_it_is_zero(shape, rng, value=None):
    weights = np.full(shape, 0.5)
    if value:
        weights[...] = value
    return weights


@wrong(lost=0.25, fails={"new": "kept array"}, says="written into it")
def kept_by_shape_and_value(shape, rng, value=0.5):
    key = (rng.bit_generator.seed_seq.entropy, *shape, float(value))  # each grading has a seed of its own
    if key not in _KEPT:
        _KEPT[key] = np.full(shape, float(value))
    return _KEPT[key]


@wrong(lost=0.25, fails={"new": "shared buffer"}, says="one array")
def written_into_an_argument(shape, rng, value=0.5, into=np.empty(100_000)):  # noqa: B008
    weights = into[: np.prod(shape)].reshape(shape)
    weights.fill(value)
    return weights


@right
def read_only(shape, rng, value=0.5):
    weights = np.full(shape, float(value))
    weights.flags.writeable = False
    return weights
