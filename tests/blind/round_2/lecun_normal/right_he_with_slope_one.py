# he_normal with slope 1: 2 / (2 fan_in) is 1 / fan_in
def lecun_normal(shape, rng):
    return he_normal(shape, rng, negative_slope=1.0)
