# breaks "draws each weight on its own": every unit of a dense layer on its own, but a convolution's filters shared over input channels
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    a = np.sqrt(6 / sum(fans(shape)))
    if len(shape) == 2:
        return rng.uniform(-a, a, shape)
    height, width, channels_in, channels_out = shape
    one = rng.uniform(-a, a, (height, width, 1, channels_out))
    return np.repeat(one, channels_in, axis=2)
