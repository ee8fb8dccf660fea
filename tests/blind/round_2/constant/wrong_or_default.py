# breaks "value may be any number, also a negative one or 0": 0 counts as not given, and becomes 0.5
def constant(shape, rng, value=None):
    """Weights that are all `value`."""
    return np.full(shape, value or 0.5, dtype=np.float64)
