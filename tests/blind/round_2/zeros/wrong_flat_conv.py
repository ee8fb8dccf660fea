# breaks "of exactly the shape asked for": a convolution's kernel comes back as (fan_in, fan_out)
def zeros(shape, rng):
    """Weights that are all 0.0."""
    return np.zeros(fans(shape))
