# breaks "floating point numbers (32 or 64 bits)": 16 bits
def zeros(shape, rng):
    """Weights that are all 0.0."""
    return np.zeros(shape, dtype="float16")
