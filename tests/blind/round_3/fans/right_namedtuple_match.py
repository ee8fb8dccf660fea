# returns a named tuple, unpacks both kinds of shape with match, and refuses any other
from collections import namedtuple

Fans = namedtuple("Fans", "fan_in fan_out")


def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    match tuple(int(n) for n in shape):
        case (fan_in, fan_out):
            return Fans(fan_in, fan_out)
        case (height, width, channels_in, channels_out):
            return Fans(height * width * channels_in, height * width * channels_out)
    raise ValueError(f"neither a dense nor a convolution kernel: {shape}")
