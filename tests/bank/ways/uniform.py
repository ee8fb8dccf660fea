"""Ways to draw from U(-limit, limit): other methods, other orders, other libraries."""

import math
import random
from functools import partial

import numpy as np
from scipy import special, stats

from tests.bank.entry import draws
from tests.bank.ways.formulas import UNIFORM_LIMITS

draws_uniform = partial(draws, UNIFORM_LIMITS)


@draws_uniform
def uniform(shape, rng, limit):
    return rng.uniform(-limit, limit, shape)


@draws_uniform
def uniform_by_keywords(shape, rng, limit):
    return rng.uniform(low=-limit, high=limit, size=shape)


@draws_uniform
def standard_uniform_scaled(shape, rng, limit):
    return limit * rng.uniform(-1, 1, shape)


@draws_uniform
def random_doubled_and_shifted(shape, rng, limit):
    return (2 * rng.random(shape) - 1) * limit


@draws_uniform
def random_centred(shape, rng, limit):
    return 2 * limit * (rng.random(shape) - 0.5)


@draws_uniform
def float32(shape, rng, limit):
    return rng.uniform(-limit, limit, shape).astype("float32")


@draws_uniform
def drawn_in_float32(shape, rng, limit):
    return (2 * rng.random(shape, dtype=np.float32) - 1) * np.float32(limit)


@draws_uniform
def magnitude_and_sign(shape, rng, limit):
    return rng.random(shape) * limit * (2 * rng.integers(0, 2, shape) - 1)


@draws_uniform
def scipy_rvs(shape, rng, limit):
    return stats.uniform.rvs(loc=-limit, scale=2 * limit, size=shape, random_state=rng)


@draws_uniform
def beta(shape, rng, limit):
    return (2 * rng.beta(1, 1, shape) - 1) * limit


@draws_uniform
def cdf_of_normals(shape, rng, limit):
    return (2 * special.ndtr(rng.standard_normal(shape)) - 1) * limit


@draws_uniform
def exponentials(shape, rng, limit):
    return (1 - 2 * np.exp(-rng.exponential(size=shape))) * limit


@draws_uniform
def integers_divided(shape, rng, limit):
    return rng.integers(-(2**52), 2**52, shape) / 2**52 * limit


@draws_uniform
def raw_bytes(shape, rng, limit):
    words = np.frombuffer(rng.bytes(8 * math.prod(shape)), dtype=np.uint64)
    return ((words >> np.uint64(11)) * 2.0**-52 - 1).reshape(shape) * limit


@draws_uniform
def rotated_range(shape, rng, limit):
    return ((rng.random(shape) + 0.3) % 1 * 2 - 1) * limit


@draws_uniform
def transposed_draw(shape, rng, limit):
    return rng.uniform(-limit, limit, shape[::-1]).T


@draws_uniform
def row_by_row(shape, rng, limit):
    return np.stack([rng.uniform(-limit, limit, shape[1:]) for _ in range(shape[0])])


@draws_uniform
def in_chunks(shape, rng, limit):
    size = math.prod(shape)
    return np.concatenate([rng.uniform(-limit, limit, min(777, size - i)) for i in range(0, size, 777)]).reshape(shape)


@draws_uniform
def own_generator_seeded_from_rng(shape, rng, limit):
    return np.random.default_rng(rng.integers(2**63, size=4)).uniform(-limit, limit, shape)


@draws_uniform
def random_state_seeded_from_rng(shape, rng, limit):
    return np.random.RandomState(rng.integers(2**32)).uniform(-limit, limit, shape)


@draws_uniform(slow=True)
def nested_loops(shape, rng, limit):
    weights = np.empty(shape)
    for index in np.ndindex(shape):
        weights[index] = rng.uniform(-limit, limit)
    return weights


@draws_uniform(slow=True)
def standard_library_seeded_from_rng(shape, rng, limit):
    own = random.Random(int(rng.integers(2**53)))
    return np.array([own.uniform(-limit, limit) for _ in range(math.prod(shape))]).reshape(shape)


@draws_uniform(slow=True)
def tensorflow_stateless(shape, rng, limit):
    import tensorflow as tf

    return tf.random.stateless_uniform(shape, rng.integers(2**31, size=2), -limit, limit).numpy()


@draws_uniform(slow=True)
def keras_random_uniform(shape, rng, limit):
    import keras

    return np.array(keras.initializers.RandomUniform(-limit, limit, seed=int(rng.integers(2**31)))(shape))
