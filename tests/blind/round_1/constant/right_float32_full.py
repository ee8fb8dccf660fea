# single precision, np.full with dtype
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.full(tuple(shape), value, dtype=np.float32)
