# np.full with an explicit dtype
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.full(shape, value, dtype=float)
