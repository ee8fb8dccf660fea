# calls random_normal of Q5
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    fan_in, fan_out = fans(shape)
    return random_normal(shape, rng, std=np.sqrt(2 / (fan_in + fan_out)))
