# returns a namedtuple (which is a tuple) of NumPy integers
from collections import namedtuple

Fans = namedtuple("Fans", "fan_in fan_out")


def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    shape = np.asarray(shape)
    return Fans(*(shape[-2:] * shape[:-2].prod(dtype=np.int64)))
