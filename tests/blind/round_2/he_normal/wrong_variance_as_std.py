# "variance 2 / ((1 + s^2) fan_in)": gives the variance to rng.normal, which wants the standard deviation
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, 2 / ((1 + negative_slope**2) * fan_in), shape)
