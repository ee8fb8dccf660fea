# a named tuple, and the fans are floats (from np.prod of an empty tuple, which is 1.0)
from collections import namedtuple

Fans = namedtuple("Fans", "fan_in fan_out")


def fans(shape):
    window = np.prod(shape[:-2])
    return Fans(fan_in=window * shape[-2] * 1.0, fan_out=window * shape[-1] * 1.0)
