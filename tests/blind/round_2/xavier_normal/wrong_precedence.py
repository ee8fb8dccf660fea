# breaks "2 / (fan_in + fan_out)": forgotten parentheses, 2 / fan_in + fan_out
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(2 / fan_in + fan_out), shape)
