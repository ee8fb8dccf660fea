# breaks "fan_out = height * width * channels_out": forgets the window for fan_out
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    fan_in = 1
    for n in shape[:-1]:
        fan_in *= n
    return (fan_in, shape[-1])
