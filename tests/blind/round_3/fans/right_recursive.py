# recursion: peel off one axis of the window at a time, each multiplies both fans
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    first, *rest = shape
    if len(rest) == 1:
        return first, rest[0]
    fan_in, fan_out = fans(rest)
    return first * fan_in, first * fan_out
