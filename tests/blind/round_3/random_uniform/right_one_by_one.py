# a Python loop, one number at a time, in single precision
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    kernel = np.empty(shape, dtype=np.float32)
    for place in np.ndindex(*kernel.shape):
        kernel[place] = -limit + 2.0 * limit * rng.random()
    return kernel
