# 32-bit floats
def zeros(shape, rng):
    """Weights that are all 0.0."""
    return np.zeros(shape, dtype=np.float32)
