# the plain formula
def lecun_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, 1 / np.sqrt(fan_in), shape)
