# "variance 1 / fan_in": He's, twice as much
def lecun_normal(shape, rng):
    return he_normal(shape, rng)
