# breaks "weights that are all value": a little noise so that units differ
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return value + rng.normal(0, 1e-6, shape)
