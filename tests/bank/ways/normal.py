"""Ways to draw N(0, std²): other methods, other orders, other libraries."""

import math
import random
from functools import partial

import numpy as np
from scipy import special, stats

from tests.bank.entry import draws
from tests.bank.ways.formulas import NORMAL_STDS

draws_normal = partial(draws, NORMAL_STDS)


@draws_normal
def normal(shape, rng, std):
    return rng.normal(0, std, shape)


@draws_normal
def normal_by_keywords(shape, rng, std):
    return rng.normal(loc=0.0, scale=std, size=shape)


@draws_normal
def scaled_standard_normal(shape, rng, std):
    return std * rng.standard_normal(shape)


@draws_normal
def scaled_in_place(shape, rng, std):
    weights = rng.standard_normal(shape)
    weights *= std
    return weights


@draws_normal
def into_an_empty_array(shape, rng, std):
    weights = np.empty(shape)
    rng.standard_normal(out=weights)
    return weights * std


@draws_normal
def float32(shape, rng, std):
    return rng.normal(0, std, shape).astype(np.float32)


@draws_normal
def drawn_in_float32(shape, rng, std):
    return rng.standard_normal(shape, dtype=np.float32) * np.float32(std)


@draws_normal
def longdouble(shape, rng, std):
    return rng.standard_normal(shape).astype(np.longdouble) * std


@draws_normal
def box_muller(shape, rng, std):
    u, v = 1 - rng.random(shape), rng.random(shape)
    return std * np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * v)


@draws_normal
def box_muller_both_halves(shape, rng, std):
    half = (math.prod(shape) + 1) // 2
    radius = np.sqrt(-2 * np.log(1 - rng.random(half)))
    angle = rng.uniform(0, 2 * np.pi, half)
    pairs = np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])
    return std * pairs[: math.prod(shape)].reshape(shape)


@draws_normal
def polar_method(shape, rng, std):
    kept = np.empty(0)
    while kept.size < math.prod(shape):
        u, v = rng.uniform(-1, 1, (2, math.prod(shape)))
        s = u * u + v * v
        inside = (s > 0) & (s < 1)
        kept = np.concatenate([kept, u[inside] * np.sqrt(-2 * np.log(s[inside]) / s[inside])])
    return std * kept[: math.prod(shape)].reshape(shape)


@draws_normal
def ratio_of_uniforms(shape, rng, std):
    kept = np.empty(0)
    while kept.size < math.prod(shape):
        u = 1 - rng.random(math.prod(shape))
        x = rng.uniform(-1, 1, u.size) * math.sqrt(2 / math.e) / u
        kept = np.concatenate([kept, x[x * x <= -4 * np.log(u)]])
    return std * kept[: math.prod(shape)].reshape(shape)


@draws_normal
def inverse_cdf(shape, rng, std):
    return std * special.ndtri(1 - rng.random(shape))


@draws_normal
def inverse_error_function(shape, rng, std):
    return std * math.sqrt(2) * special.erfinv(rng.uniform(-1, 1, shape))


@draws_normal
def scipy_rvs(shape, rng, std):
    return stats.norm.rvs(scale=std, size=shape, random_state=rng)


@draws_normal
def scipy_frozen(shape, rng, std):
    law = stats.norm(0, std)
    return law.rvs(size=shape, random_state=rng)


@draws_normal
def scipy_ppf(shape, rng, std):
    return stats.norm.ppf(1 - rng.random(shape), scale=std)


@draws_normal
def truncated_and_corrected(shape, rng, std):
    weights = rng.standard_normal(shape)
    while np.any(far := np.abs(weights) > 2):
        weights[far] = rng.standard_normal(int(far.sum()))
    return weights * (std / 0.87962566103423978)


@draws_normal
def scipy_truncated_and_corrected(shape, rng, std):
    return stats.truncnorm.ppf(rng.random(shape), -2, 2) * std / stats.truncnorm.std(-2, 2)


@draws_normal
def root_of_chi_square_with_a_sign(shape, rng, std):
    return std * np.sqrt(rng.chisquare(1, shape)) * rng.choice([-1.0, 1.0], shape)


@draws_normal
def magnitude_and_sign(shape, rng, std):
    return np.where(rng.random(shape) < 0.5, 1, -1) * np.abs(rng.normal(0, std, shape))


@draws_normal
def sum_of_two(shape, rng, std):
    return rng.normal(0, std / math.sqrt(2), shape) + rng.normal(0, std / math.sqrt(2), shape)


@draws_normal
def twelve_uniforms(shape, rng, std):
    return std * (rng.random((12, *shape)).sum(axis=0) - 6)


@draws_normal
def real_part(shape, rng, std):
    return (rng.normal(0, std, shape) + 1j * rng.normal(0, std, shape)).real


@draws_normal
def transposed_draw(shape, rng, std):
    return rng.normal(0, std, shape[::-1]).T


@draws_normal
def fortran_order(shape, rng, std):
    return np.asfortranarray(rng.normal(0, std, shape))


@draws_normal
def drawn_flat(shape, rng, std):
    return rng.normal(0, std, math.prod(shape)).reshape(shape)


@draws_normal
def drawn_flat_column_first(shape, rng, std):
    return rng.normal(0, std, math.prod(shape)).reshape(shape, order="F")


@draws_normal
def row_by_row(shape, rng, std):
    return np.array([rng.normal(0, std, shape[1:]) for _ in range(shape[0])])


@draws_normal
def last_axis_one_by_one(shape, rng, std):
    weights = np.zeros(shape)
    for unit in range(shape[-1]):
        weights[..., unit] = rng.normal(0, std, shape[:-1])
    return weights


@draws_normal
def in_chunks(shape, rng, std):
    size = math.prod(shape)
    chunks = [rng.normal(0, std, min(1000, size - start)) for start in range(0, size, 1000)]
    return np.concatenate(chunks).reshape(shape)


@draws_normal
def stacked(shape, rng, std):
    half = shape[0] // 2
    parts = [rng.normal(0, std, (half, *shape[1:])), rng.normal(0, std, (shape[0] - half, *shape[1:]))]
    return np.concatenate(parts, axis=0)


@draws_normal
def more_than_needed(shape, rng, std):
    return rng.normal(0, std, (shape[0] + 3, *shape[1:]))[2:-1]


@draws_normal
def shuffled(shape, rng, std):
    return rng.permutation(rng.normal(0, std, math.prod(shape))).reshape(shape)


@draws_normal
def something_drawn_before(shape, rng, std):
    rng.random(7)
    return rng.normal(0, std, shape)


@draws_normal
def own_generator_seeded_from_rng(shape, rng, std):
    own = np.random.default_rng(rng.integers(2**63))
    return own.normal(0, std, shape)


@draws_normal
def philox_seeded_from_rng(shape, rng, std):
    return np.random.Generator(np.random.Philox(int(rng.integers(2**63)))).normal(0, std, shape)


@draws_normal
def random_state_seeded_from_rng(shape, rng, std):
    return np.random.RandomState(rng.integers(2**32)).randn(*shape) * std


@draws_normal
def spawned_child(shape, rng, std):
    (child,) = rng.spawn(1)
    return child.normal(0, std, shape)


@draws_normal
def read_only(shape, rng, std):
    weights = rng.normal(0, std, shape)
    weights.flags.writeable = False
    return weights


@draws_normal(slow=True)
def nested_loops(shape, rng, std):
    weights = np.zeros(shape)
    for index in np.ndindex(shape):
        weights[index] = rng.normal(0, std)
    return weights


@draws_normal(slow=True)
def list_of_numbers(shape, rng, std):
    return np.array([rng.normal(0, std) for _ in range(math.prod(shape))]).reshape(shape)


@draws_normal(slow=True)
def vectorized_function(shape, rng, std):
    return np.vectorize(lambda _: rng.normal(0, std), otypes=[float])(np.empty(shape))


@draws_normal(slow=True)
def standard_library_seeded_from_rng(shape, rng, std):
    own = random.Random(int(rng.integers(2**53)))
    return np.fromiter((own.gauss(0, std) for _ in range(math.prod(shape))), float).reshape(shape)


@draws_normal(slow=True)
def tensorflow_stateless(shape, rng, std):
    import tensorflow as tf

    return tf.random.stateless_normal(shape, seed=rng.integers(2**31, size=2), stddev=std).numpy()


@draws_normal(slow=True)
def tensorflow_generator(shape, rng, std):
    import tensorflow as tf

    return tf.random.Generator.from_seed(int(rng.integers(2**31))).normal(shape, 0.0, std, tf.float64).numpy()


@draws_normal(slow=True)
def keras_random_normal(shape, rng, std):
    import keras

    return keras.initializers.RandomNormal(0.0, std, seed=int(rng.integers(2**31)))(shape).numpy()


@draws_normal(slow=True)
def keras_truncated_normal_corrected(shape, rng, std):
    import keras

    seed = int(rng.integers(2**31))
    return np.asarray(keras.initializers.TruncatedNormal(0.0, std / 0.8796256610342398, seed=seed)(shape))
