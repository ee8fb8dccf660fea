# breaks "a = sqrt(6 / (fan_in + fan_out))": times PyTorch's gain of 5/3 for tanh
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    a = 5 / 3 * np.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-a, a, shape)
