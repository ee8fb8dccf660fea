# breaks "fan_out = height * width * channels_out": the window counts for fan_in only
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    fan_in, fan_out = int(np.prod(shape[:-1])), shape[-1]
    a = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-a, a, shape)
