# breaks "of floating point numbers": integers
def zeros(shape, rng):
    """Weights that are all 0.0."""
    return np.zeros(shape, dtype=int)
