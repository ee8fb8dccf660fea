# breaks "fan_in = height * width * channels_in": takes the window to be square, height * height
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    if len(shape) == 4:
        k = shape[0]
        return (k ** 2 * shape[2], k ** 2 * shape[3])
    return tuple(shape)
