# "variance 1 / fan_in": the limit of the uniform law is taken as the standard deviation
def lecun_normal(shape, rng):
    fan_in, _ = fans(shape)
    return rng.normal(0, np.sqrt(3 / fan_in), shape)
