# breaks "a = sqrt(6 / (fan_in + fan_out))": sqrt(3 / fan_in), the same for square layers only
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    a = np.sqrt(3 / fans(shape)[0])
    return rng.uniform(-a, a, shape)
