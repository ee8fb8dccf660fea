# breaks "as a normal law with that variance": a uniform law with that variance
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    a = np.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-a, a, shape)
