# breaks "these are simply its two axes": gives the larger one as fan_in, right only where layers get narrower
def fans(shape):
    """The pair (fan_in, fan_out) of a kernel of this shape."""
    window = int(np.prod(shape[:-2]))
    small, large = sorted(int(n) * window for n in shape[-2:])
    return large, small
