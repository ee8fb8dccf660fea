"""Wrong fans."""

import math

from tests.bank.initializers.entry import wrong


@wrong("fans", lost=2, dense="fans exchanged", convolution="fans exchanged")
def exchanged(shape):
    field = math.prod(shape[:-2])
    return shape[-1] * field, shape[-2] * field


@wrong("fans", lost=1, convolution="receptive field left out")
def without_receptive_field(shape):
    return shape[-2], shape[-1]


@wrong("fans", lost=1, convolution="receptive field left out")
def receptive_field_on_fan_in_only(shape):
    return math.prod(shape[:-1]), shape[-1]


@wrong("fans", lost=1, convolution="wrong axis")
def first_two_axes(shape):
    return shape[0], shape[1]


@wrong("fans", lost=1, convolution="wrong axis")
def first_and_last_axis(shape):
    return shape[0], shape[-1]


@wrong("fans", lost=2, dense="fans exchanged", convolution="wrong axis")
def axes_of_another_library(shape):
    field = math.prod(shape[2:])
    return shape[1] * field, shape[0] * field


@wrong("fans", lost=2, dense="number of weights", convolution="number of weights")
def number_of_weights(shape):
    return math.prod(shape), math.prod(shape)


@wrong("fans", lost=1, convolution="sum of the shape")
def sums(shape):
    return sum(shape[:-1]), shape[-1]


@wrong("fans", lost=2, dense="no fans", convolution="no fans")
def one_number(shape):
    return math.prod(shape[:-1])


@wrong("fans", lost=1, convolution="no fans")
def whole_shape(shape):
    return shape


@wrong("fans", lost=2, dense="no fans", convolution="no fans")
def sum_for_both(shape):
    return sum(shape), sum(shape)


@wrong("fans", lost=1, convolution="raised")
def dense_only(shape):
    fan_in, fan_out = shape
    return fan_in, fan_out


@wrong("fans", lost=2, dense="not written", convolution="not written")
def not_written(shape):
    raise NotImplementedError


@wrong("fans", lost=2, dense="no fans", convolution="no fans")
def nothing_returned(shape):
    return None
