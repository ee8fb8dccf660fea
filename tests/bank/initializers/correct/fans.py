"""Fans, written in different ways."""

from functools import reduce
from math import prod
from operator import mul

import numpy as np

from tests.bank.initializers.entry import correct


@correct("fans")
def two_cases(shape):
    if len(shape) == 2:
        return shape
    height, width, channels_in, channels_out = shape
    return height * width * channels_in, height * width * channels_out


@correct("fans")
def receptive_field(shape):
    field = int(np.prod(shape[:-2]))
    return field * shape[-2], field * shape[-1]


@correct("fans")
def starred(shape):
    *field, channels_in, channels_out = shape
    return prod(field) * channels_in, prod(field) * channels_out


@correct("fans")
def product_over_channels(shape):
    return prod(shape[:-1]), prod(shape) // shape[-2]


@correct("fans")
def floats_in_a_list(shape):
    return [prod(shape) / shape[-1], prod(shape) / shape[-2]]


@correct("fans")
def numpy_array(shape):
    return np.array(shape[-2:]) * np.prod(shape[:-2], dtype=int)


@correct("fans")
def reduced(shape):
    return reduce(mul, shape[:-1], 1), reduce(mul, shape[:-2], 1) * shape[-1]


@correct("fans")
def reshaped(shape):
    return np.empty(shape).reshape(-1, shape[-1]).shape[0], np.moveaxis(np.empty(shape), -2, -1)[..., 0].size


@correct("fans")
def looped(shape):
    field = 1
    for size in shape[:-2]:
        field *= size
    return np.int64(shape[-2] * field), np.int64(shape[-1] * field)
