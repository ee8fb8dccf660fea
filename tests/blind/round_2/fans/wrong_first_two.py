# breaks "for both kinds of shape": a convolution gets (height, width)
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    return (shape[0], shape[1])
