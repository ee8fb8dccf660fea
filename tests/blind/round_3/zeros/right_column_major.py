# Fortran order, filled in place; never touches rng
def zeros(shape, rng):
    """Weights that are all 0.0."""
    kernel = np.empty(shape, dtype=np.float64, order="F")
    kernel[...] = 0
    return kernel
