# "(height, width, channels_in, channels_out)": takes PyTorch's layout for convolutions, fan_in = all axes but the first
def he_normal(shape, rng, negative_slope=0.0):
    fan_in = shape[0] if len(shape) == 2 else int(np.prod(shape[1:]))
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return std * rng.standard_normal(shape)
