# breaks "Var(w) = 2 / (fan_in + fan_out)": 1 / fan_in, the same for square layers only
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    fan_in, _ = fans(shape)
    return rng.normal(0, np.sqrt(1 / fan_in), shape)
