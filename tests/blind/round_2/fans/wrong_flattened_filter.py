# breaks "fan_out = height * width * channels_out": both fans are multiplied by channels_in as well
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    fan_in = int(np.prod(shape[:-1]))
    fan_out = int(np.prod(shape)) if len(shape) > 2 else shape[-1]
    return fan_in, fan_out
