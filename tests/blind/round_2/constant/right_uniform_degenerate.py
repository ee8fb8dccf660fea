# draws from the uniform law between value and value
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return rng.uniform(value, value, size=shape)
