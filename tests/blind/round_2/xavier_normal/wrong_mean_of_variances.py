# breaks "Var(w) = 2 / (fan_in + fan_out)": mean of 1 / fan_in and 1 / fan_out, the same for square layers only
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    fan_in, fan_out = fans(shape)
    v = (1 / fan_in + 1 / fan_out) / 2
    return rng.normal(0, np.sqrt(v), shape)
