# "variance 1 / fan_in": standard deviation 1 / fan_in
def lecun_normal(shape, rng):
    fan_in, _ = fans(shape)
    return random_normal(shape, rng, std=1 / fan_in)
