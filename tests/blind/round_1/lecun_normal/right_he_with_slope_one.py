# he_normal with negative slope 1 is exactly LeCun's law: 2 / (2 fan_in)
def lecun_normal(shape, rng):
    return he_normal(shape, rng, negative_slope=1.0)
