# the plain formula with fans
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    return rng.normal(0.0, np.sqrt(2.0 / ((1.0 + negative_slope**2) * fan_in)), shape)
