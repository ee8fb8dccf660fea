# "fan_in": unpacks the fans the other way round
def he_normal(shape, rng, negative_slope=0.0):
    fan_out, fan_in = fans(shape)
    return rng.normal(0, np.sqrt(2 / ((1 + negative_slope**2) * fan_in)), shape)
