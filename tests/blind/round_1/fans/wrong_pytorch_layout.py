# "(height, width, channels_in, channels_out)": reads a convolution as (channels_out, channels_in, height, width)
import math


def fans(shape):
    if len(shape) == 2:
        return shape[0], shape[1]
    receptive_field = math.prod(shape[2:])
    return shape[1] * receptive_field, shape[0] * receptive_field
