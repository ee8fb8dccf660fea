# breaks "returns a new NumPy array": nested lists
def zeros(shape, rng):
    """Weights that are all 0.0."""
    return np.zeros(shape).tolist()
