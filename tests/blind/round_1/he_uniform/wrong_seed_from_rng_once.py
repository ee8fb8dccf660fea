# "never from a generator that you make yourself: ... the next call gives others": seeds by the shape
def he_uniform(shape, rng, negative_slope=0.0):
    rng = np.random.default_rng(list(shape))
    fan_in, _ = fans(shape)
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fan_in))
    return rng.uniform(-limit, limit, shape)
