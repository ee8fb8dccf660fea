# Fortran order in memory, built from a Python list
def zeros(shape, rng):
    """Weights that are all 0.0."""
    n = 1
    for axis in shape:
        n = n * axis
    return np.array([0.0] * n).reshape(shape, order="F")
