# "variance 1 / fan_in": divides by fan_out
def lecun_normal(shape, rng):
    _, n = fans(shape)
    return rng.normal(0, np.sqrt(1 / n), shape)
