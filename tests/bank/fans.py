"""Before Q4: answers to `fans`."""

from functools import reduce
from math import prod
from operator import mul

import numpy as np

from tests.bank.entry import right, wrong


@right
def two_cases(shape):
    if len(shape) == 2:
        return shape
    height, width, channels_in, channels_out = shape
    return height * width * channels_in, height * width * channels_out


@right
def receptive_field(shape):
    field = int(np.prod(shape[:-2]))
    return field * shape[-2], field * shape[-1]


@right
def starred(shape):
    *field, channels_in, channels_out = shape
    return prod(field) * channels_in, prod(field) * channels_out


@right
def product_over_channels(shape):
    return prod(shape[:-1]), prod(shape) // shape[-2]


@right
def floats_in_a_list(shape):
    return [prod(shape) / shape[-1], prod(shape) / shape[-2]]


@right
def numpy_array(shape):
    return np.array(shape[-2:]) * np.prod(shape[:-2], dtype=int)


@right
def reduced(shape):
    return reduce(mul, shape[:-1], 1), reduce(mul, shape[:-2], 1) * shape[-1]


@right
def reshaped(shape):
    return np.empty(shape).reshape(-1, shape[-1]).shape[0], np.moveaxis(np.empty(shape), -2, -1)[..., 0].size


@right
def looped(shape):
    field = 1
    for size in shape[:-2]:
        field *= size
    return np.int64(shape[-2] * field), np.int64(shape[-1] * field)


@wrong(lost=2, fails={"dense": "fans exchanged", "convolution": "fans exchanged"})
def exchanged(shape):
    field = prod(shape[:-2])
    return shape[-1] * field, shape[-2] * field


@wrong(lost=1, fails={"convolution": "receptive field left out"})
def without_receptive_field(shape):
    return shape[-2], shape[-1]


@wrong(lost=1, fails={"convolution": "receptive field left out"})
def receptive_field_on_fan_in_only(shape):
    return prod(shape[:-1]), shape[-1]


@wrong(lost=1, fails={"convolution": "wrong axis"})
def first_two_axes(shape):
    return shape[0], shape[1]


@wrong(lost=1, fails={"convolution": "wrong axis"})
def first_and_last_axis(shape):
    return shape[0], shape[-1]


@wrong(lost=2, fails={"dense": "fans exchanged", "convolution": "wrong axis"})
def axes_of_another_library(shape):
    field = prod(shape[2:])
    return shape[1] * field, shape[0] * field


@wrong(lost=2, fails={"dense": "number of weights", "convolution": "number of weights"})
def number_of_weights(shape):
    return prod(shape), prod(shape)


@wrong(lost=1, fails={"convolution": "sum of the shape"})
def sums(shape):
    return sum(shape[:-1]), shape[-1]


@wrong(lost=2, fails={"dense": "no fans", "convolution": "no fans"})
def one_number(shape):
    return prod(shape[:-1])


@wrong(lost=1, fails={"convolution": "no fans"})
def whole_shape(shape):
    return shape


@wrong(lost=2, fails={"dense": "no fans", "convolution": "no fans"})
def sum_for_both(shape):
    return sum(shape), sum(shape)


@wrong(lost=1, fails={"convolution": "raised"})
def dense_only(shape):
    fan_in, fan_out = shape
    return fan_in, fan_out


@wrong(lost=2, fails={"dense": "not written", "convolution": "not written"})
def not_written(shape):
    raise NotImplementedError


@wrong(lost=2, fails={"dense": "no fans", "convolution": "no fans"})
def nothing_returned(shape):
    return None
