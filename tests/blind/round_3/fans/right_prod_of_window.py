# np.prod of the leading axes: the empty product of a dense kernel is 1.0, so the pair comes as NumPy floats
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    window = np.prod(shape[:-2])
    return window * shape[-2], window * shape[-1]
