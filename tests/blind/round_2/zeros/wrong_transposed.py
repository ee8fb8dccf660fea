# breaks "of exactly the shape asked for": (fan_out, fan_in)
def zeros(shape, rng):
    """Weights that are all 0.0."""
    return np.zeros(shape).T
