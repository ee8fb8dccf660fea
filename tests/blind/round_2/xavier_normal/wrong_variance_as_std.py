# breaks "normal law with that variance": the variance is used as standard deviation
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    fan_in, fan_out = fans(shape)
    return rng.normal(0, 2 / (fan_in + fan_out), shape)
