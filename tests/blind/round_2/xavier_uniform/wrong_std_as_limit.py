# breaks "U(-a, a) with the same variance": the normal law's standard deviation is used as the limit
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    fan_in, fan_out = fans(shape)
    a = np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-a, a, shape)
