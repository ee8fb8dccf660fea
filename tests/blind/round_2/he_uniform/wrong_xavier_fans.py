# "sqrt(6 / ((1 + s^2) fan_in))": fan_in + fan_out as with Xavier
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    limit = np.sqrt(6 / ((1 + negative_slope**2) * (fan_in + fan_out)))
    return rng.uniform(-limit, limit, shape)
