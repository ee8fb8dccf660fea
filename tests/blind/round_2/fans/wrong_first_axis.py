# breaks "fan_out = height * width * channels_out": divides by the first axis, which is the inputs of a dense kernel only
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    size = int(np.prod(shape))
    return size // shape[-1], size // shape[0]
