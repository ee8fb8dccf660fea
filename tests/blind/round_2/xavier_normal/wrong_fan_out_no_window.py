# breaks "fan_out = height * width * channels_out": the window counts for fan_in only
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    fan_in = np.prod(shape[:-1])
    fan_out = shape[-1]
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), shape)
