# single precision, ndarray.fill
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    kernel = np.empty(shape, np.float32)
    kernel.fill(value)
    return kernel
