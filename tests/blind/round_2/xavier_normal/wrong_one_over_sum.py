# breaks "Var(w) = 2 / (fan_in + fan_out)": half of it
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(1 / (fan_in + fan_out)), shape)
