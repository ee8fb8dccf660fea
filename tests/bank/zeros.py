"""Q4: answers to `zeros`."""

import math

import numpy as np

from tests.bank.entry import right, wrong


@right
def zeros(shape, rng):
    return np.zeros(shape)


@right
def zeros_in_float32(shape, rng):
    return np.zeros(shape, dtype=np.float32)


@right
def full(shape, rng):
    return np.full(shape, 0.0)


@right
def filled(shape, rng):
    weights = np.empty(shape)
    weights.fill(0)
    return weights


@right
def draws_times_zero(shape, rng):
    return rng.normal(size=shape) * 0


@right
def outer_product(shape, rng):
    return np.multiply.outer(np.zeros(shape[0]), np.zeros(shape[1:]))


@right
def from_a_list(shape, rng):
    return np.array([0.0] * math.prod(shape)).reshape(shape)


@right(slow=True)
def keras_zeros(shape, rng):
    import keras

    return keras.initializers.Zeros()(shape).numpy()


@wrong(lost=0.5, fails={"values": "not zero"})
def ones_for_zeros(shape, rng):
    return np.ones(shape)


@wrong(lost=0.5, fails={"values": "not zero"})
def small_random(shape, rng):
    return 0.01 * rng.standard_normal(shape)


@wrong(lost=0.5, fails={"values": "not zero"})
def tiny(shape, rng):
    return np.full(shape, 1e-8)


@wrong(lost=0.5, fails={"values": "not zero"})
def diagonal(shape, rng):
    weights = np.zeros(shape)
    weights[..., 0, 0] = 1.0
    return weights


@wrong(lost=1, fails={"form": "integers"})
def integers_for_zeros(shape, rng):
    return np.zeros(shape, dtype=int)


@wrong(lost=1, fails={"form": "a list"})
def list_of_zeros(shape, rng):
    return np.zeros(shape).tolist()


@wrong(lost=1, fails={"form": "transposed shape"})
def transposed(shape, rng):
    return np.zeros((*shape[:-2], shape[-1], shape[-2]))


@wrong(lost=1, fails={"form": "one number"})
def zero(shape, rng):
    return 0.0


@wrong(lost=1, fails={"form": "bias added"})
def bias_added(shape, rng):
    return np.zeros(shape), np.zeros(shape[-1])


@wrong(lost=1, fails={"form": "not written"})
def not_written(shape, rng):
    raise NotImplementedError


@wrong(lost=1, fails={"form": "not finite"})
def empty_memory(shape, rng):
    return np.full(shape, np.nan)


# arrays that are not new

_ZEROS = np.zeros(100_000)
_MADE: dict = {}


@wrong(lost=0.25, fails={"new": "kept array"}, says="that has been written into it")
def a_piece_of_one_array(shape, rng):
    pool = _MADE.setdefault(rng.bit_generator.seed_seq.entropy, np.zeros(100_000))
    return pool[: math.prod(shape)].reshape(shape)


@wrong(lost=0.25, fails={"new": "shared buffer"}, says="both calls write into one array")
def emptied_before_it_is_returned(shape, rng):
    kept = _MADE.setdefault(len(shape), np.empty(100_000))
    kept[:] = 0
    return kept[: math.prod(shape)].reshape(shape)


@right
def kept_and_copied(shape, rng):
    return _ZEROS[: math.prod(shape)].reshape(shape).copy()
