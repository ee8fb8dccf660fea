# breaks "weights that are all value": always 0.5
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.ones(shape) * 0.5
