# "fan_in": takes the last axis, the right number for square dense kernels only
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in = np.prod(shape[1:])
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fan_in))
    return rng.uniform(-limit, limit, shape)
