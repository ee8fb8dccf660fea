# breaks "fan_in = height * width * channels_in": assumes a 3 x 3 window for every convolution
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    field = 9 if len(shape) == 4 else 1
    return (field * shape[-2], field * shape[-1])
