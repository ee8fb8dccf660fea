# breaks "returns the pair (a tuple)": returns a list
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        h, w, c_in, c_out = shape
        fan_in, fan_out = h * w * c_in, h * w * c_out
    return [fan_in, fan_out]
