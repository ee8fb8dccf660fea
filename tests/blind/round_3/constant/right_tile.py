# np.tile of a 1-element block of the right number of axes
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    block = np.array(value, dtype=np.double, ndmin=len(shape))
    return np.tile(block, tuple(shape))
