"""Weights of the right law that are not drawn one by one."""

import math

import numpy as np

from tests.bank.initializers.entry import fans, wrong


@wrong("he_normal", lost=0.5, independence="one row repeated")
def one_row_repeated(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return np.broadcast_to(rng.normal(0, std, shape[-1]), shape)


@wrong("xavier_uniform", lost=0.5, independence="one column repeated")
def one_column_repeated(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    column = rng.uniform(-limit, limit, (*shape[:-1], 1))
    return np.repeat(column, shape[-1], axis=-1)


@wrong("random_normal", lost=0.5, independence="one row repeated")
def one_row_tiled(shape, rng, std=0.05):
    return np.tile(rng.normal(0, std, shape[-1]), (*shape[:-1], 1))


@wrong(
    "lecun_normal", lost=2.5, scale="one number for all", law="one number for all", independence="one number for all"
)
def one_number_for_all(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.full(shape, rng.normal(0, std))


@wrong("he_normal", lost=0.5, independence="weights repeated")
def half_used_twice(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    half = rng.normal(0, std, (math.prod(shape) + 1) // 2)
    return np.concatenate([half, half])[: math.prod(shape)].reshape(shape)


@wrong("xavier_normal", lost=0.5, independence="weights repeated")
def mirrored_half(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    half = rng.normal(0, std, (math.prod(shape) + 1) // 2)
    return np.concatenate([half, -half])[: math.prod(shape)].reshape(shape)


@wrong("he_uniform", lost=0.5, independence="weights repeated")
def short_block_repeated(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return np.resize(rng.uniform(-limit, limit, 5000), shape)


@wrong("lecun_normal", lost=0.5, independence="weights repeated")
def one_filter_for_all_channels(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.broadcast_to(rng.normal(0, std, (*shape[:-1], 1))[..., ::-1], shape).copy() * rng.choice(
        [-1.0, 1.0], shape[-1]
    )


@wrong("random_uniform", lost=0.5, independence="rounded")
def rounded(shape, rng, limit=0.05):
    return np.round(rng.uniform(-limit, limit, shape), 5)


@wrong("xavier_normal", lost=0.5, independence="rounded")
def through_half_precision(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    return rng.normal(0, std, shape).astype(np.float16).astype(np.float32)


@wrong("he_normal", lost=0.5, independence="rows not independent")
def one_row_copied(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    weights = rng.normal(0, std, shape)
    weights[..., 1, :] = weights[..., 0, :]
    return weights


@wrong("xavier_uniform", lost=0.5, independence="rows not independent")
def two_equal_units(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    weights = rng.uniform(-limit, limit, shape)
    weights[..., -1] = weights[..., 0]
    return weights


@wrong("he_normal", lost=0.5, independence="neighbours not independent")
def smoothed(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    weights = rng.normal(0, std, shape)
    return (weights + np.roll(weights, 1, axis=-1)) / math.sqrt(2)


@wrong("random_normal", lost=0.5, independence="neighbours not independent")
def correlated_rows(shape, rng, std=0.05):
    weights = rng.normal(0, std, shape)
    return math.sqrt(0.9) * weights + math.sqrt(0.1) * np.roll(weights, 1, axis=0)


@wrong("he_uniform", lost=0.5, independence="neighbours not independent")
def sorted(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return np.sort(rng.uniform(-limit, limit, math.prod(shape))).reshape(shape)


@wrong("lecun_normal", lost=0.5, independence="neighbours not independent")
def sorted_rows(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.sort(rng.normal(0, std, shape), axis=-1)
