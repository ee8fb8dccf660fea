# "the limit a = sqrt(6 / ...)": the standard deviation of he_normal as limit, a third of the variance
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    limit = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return rng.uniform(-limit, limit, shape)
