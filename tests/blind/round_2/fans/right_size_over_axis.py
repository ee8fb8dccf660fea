# divides the number of all weights by the other axis: size / channels_out is fan_in
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    size = 1
    for n in shape:
        size *= int(n)
    return (size // int(shape[-1]), size // int(shape[-2]))
