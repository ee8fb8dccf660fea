# built on zeros, the value added in place
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    weights = zeros(shape, rng)
    weights += value
    return weights
