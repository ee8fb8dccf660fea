"""Answers of the wrong kind: type, shape, dtype."""

import math

import numpy as np

from tests.bank.initializers.entry import fans, wrong


@wrong("he_normal", lost=4, form="not an array")
def nothing_returned(shape, rng, negative_slope=0.0):
    weights = rng.normal(0, math.sqrt(2 / fans(shape)[0]), shape)
    return None if weights.size else weights


@wrong("he_normal", lost=4, form="not written")
def not_written(shape, rng, negative_slope=0.0):
    raise NotImplementedError


@wrong("xavier_normal", lost=3, form="a list")
def list_of_lists(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    return rng.normal(0, std, shape).tolist()


@wrong("xavier_uniform", lost=3, form="one number")
def one_number(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit)


@wrong("lecun_normal", lost=3, form="transposed shape")
def transposed(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return rng.normal(0, std, (*shape[:-2], shape[-1], shape[-2]))


@wrong("he_normal", lost=4, form="wrong shape")
def flat(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.normal(0, std, math.prod(shape))


@wrong("he_uniform", lost=4, form="bias added")
def extra_row_for_the_bias(shape, rng, negative_slope=0.0):
    limit = math.sqrt(6 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.uniform(-limit, limit, (shape[0] + 1, *shape[1:]))


@wrong("he_normal", lost=4, form="bias added")
def kernel_and_bias(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.normal(0, std, shape), np.zeros(shape[-1])


@wrong("random_normal", lost=3, form="bias added")
def kernel_and_bias_by_name(shape, rng, std=0.05):
    return {"kernel": rng.normal(0, std, shape), "bias": np.zeros(shape[-1])}


@wrong("xavier_normal", lost=3, form="float16")
def half_precision(shape, rng):
    std = math.sqrt(2 / sum(fans(shape)))
    return rng.normal(0, std, shape).astype(np.float16)


@wrong("random_uniform", lost=3, form="integers")
def rounded_to_integers(shape, rng, limit=0.05):
    return rng.uniform(-limit, limit, shape).astype(int)


@wrong("lecun_normal", lost=3, form="integers")
def drawn_integers(shape, rng):
    return rng.integers(-3, 4, shape)


@wrong("xavier_uniform", lost=3, form="object dtype")
def array_of_objects(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape).astype(object)


@wrong("he_normal", lost=4, form="complex numbers")
def complex_plane(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    return rng.normal(0, std, shape) * (1 + 0j)


@wrong("he_normal", lost=4, form="not finite")
def not_a_number(shape, rng, negative_slope=0.0):
    std = math.sqrt(2 / fans(shape)[0] / (1 + negative_slope**2))
    weights = rng.normal(0, std, shape)
    weights.flat[5] = np.nan
    return weights


@wrong("xavier_normal", lost=3, form="not finite")
def divided_by_zero(shape, rng):
    with np.errstate(all="ignore"):
        return rng.normal(size=shape) / np.zeros(shape)


@wrong("lecun_normal", lost=3, form="raised")
def unknown_name(shape, rng):
    return rng.normal(0, 1 / math.sqrt(fan_in), shape)  # noqa: F821


@wrong("he_uniform", lost=4, form="raised")
def dense_kernels_only(shape, rng, negative_slope=0.0):
    fan_in, _ = shape
    limit = math.sqrt(6 / fan_in / (1 + negative_slope**2))
    return rng.uniform(-limit, limit, shape)


@wrong("random_normal", lost=3, form="raised")
def legacy_method(shape, rng, std=0.05):
    return rng.randn(*shape) * std


@wrong("xavier_uniform", lost=3, form="wrong shape")
def vector_for_a_matrix(shape, rng):
    limit = math.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-limit, limit, shape[0])


@wrong("lecun_normal", lost=3, form="not an array")
def matrix_class(shape, rng):
    std = math.sqrt(1 / fans(shape)[0])
    return np.matrix(rng.normal(0, std, shape))
