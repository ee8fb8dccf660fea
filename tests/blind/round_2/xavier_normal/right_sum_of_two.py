# sum of two normal draws, each with variance 1 / (fan_in + fan_out)
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    total = sum(fans(shape))
    first = rng.normal(0, 1 / np.sqrt(total), shape)
    second = rng.normal(0, 1 / np.sqrt(total), shape)
    return first + second
