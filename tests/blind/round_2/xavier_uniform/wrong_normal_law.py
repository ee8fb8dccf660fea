# breaks "uniform law": a normal law with the same variance
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    a = np.sqrt(6 / sum(fans(shape)))
    return rng.normal(0, a / np.sqrt(3), shape)
