# 32-bit floats
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.ones(shape, dtype=np.float32) * np.float32(value)
