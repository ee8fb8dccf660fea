# breaks "a = sqrt(6 / (fan_in + fan_out))": 3 in place of 6
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    fan_in, fan_out = fans(shape)
    a = np.sqrt(3 / (fan_in + fan_out))
    return rng.uniform(-a, a, shape)
