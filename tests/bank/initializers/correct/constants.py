"""Zeros and constants, written in different ways."""

import math

import numpy as np

from tests.bank.initializers.entry import correct


@correct("zeros")
def zeros(shape, rng):
    return np.zeros(shape)


@correct("zeros")
def zeros_in_float32(shape, rng):
    return np.zeros(shape, dtype=np.float32)


@correct("zeros")
def full(shape, rng):
    return np.full(shape, 0.0)


@correct("zeros")
def filled(shape, rng):
    weights = np.empty(shape)
    weights.fill(0)
    return weights


@correct("zeros")
def draws_times_zero(shape, rng):
    return rng.normal(size=shape) * 0


@correct("zeros")
def outer_product(shape, rng):
    return np.multiply.outer(np.zeros(shape[0]), np.zeros(shape[1:]))


@correct("zeros")
def from_a_list(shape, rng):
    return np.array([0.0] * math.prod(shape)).reshape(shape)


@correct("zeros", slow=True)
def keras_zeros(shape, rng):
    import keras

    return keras.initializers.Zeros()(shape).numpy()


@correct("constant")
def full_of_value(shape, rng, value=0.5):
    return np.full(shape, value)


@correct("constant")
def scaled_ones(shape, rng, value=0.5):
    return value * np.ones(shape)


@correct("constant")
def shifted_zeros(shape, rng, value=0.5):
    return np.zeros(shape) + value


@correct("constant")
def tiled(shape, rng, value=0.5):
    return np.tile(value, shape)


@correct("constant")
def broadcast(shape, rng, value=0.5):
    return np.broadcast_to(np.float64(value), shape)


@correct("constant")
def in_float32(shape, rng, value=0.5):
    return np.full(shape, value, np.float32)


@correct("constant")
def uniform_of_no_width(shape, rng, value=0.5):
    return rng.uniform(value, value, shape)


@correct("constant")
def assigned(shape, rng, value=0.5):
    weights = np.empty(shape)
    weights[...] = value
    return weights


@correct("constant", slow=True)
def keras_constant(shape, rng, value=0.5):
    import keras

    return np.asarray(keras.initializers.Constant(value)(shape))
