# computes the window size with np.prod over all but the last two axes (an empty product is 1)
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    window = int(np.prod(shape[:-2]))
    return window * shape[-2], window * shape[-1]
