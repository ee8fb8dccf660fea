# "Uniform weights within the square root of": no root
def xavier_uniform(shape, rng):
    fan_in, fan_out = fans(shape)
    a = 6 / (fan_in + fan_out)
    return rng.uniform(-a, a, shape)
