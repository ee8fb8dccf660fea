# breaks "a = sqrt(6 / (fan_in + fan_out))": the root is missing
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    a = 6 / sum(fans(shape))
    return rng.uniform(-a, a, shape)
