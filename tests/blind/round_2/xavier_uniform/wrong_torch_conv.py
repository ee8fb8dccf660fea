# breaks the table of kernel shapes: a convolution is read as PyTorch's (channels_out, channels_in, height, width)
def xavier_uniform(shape, rng):
    """Uniform weights within the square root of 6 / (fan_in + fan_out)."""
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        window = shape[2] * shape[3]
        fan_in, fan_out = shape[1] * window, shape[0] * window
    a = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-a, a, shape)
