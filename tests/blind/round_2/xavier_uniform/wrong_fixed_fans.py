# breaks "a = sqrt(6 / (fan_in + fan_out))": the limit of the example kernel (300, 100) for every shape
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    a = np.sqrt(6 / 400)
    return rng.uniform(-a, a, shape)
