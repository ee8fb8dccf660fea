# "variance 2 / (fan_in + fan_out)": passes the variance where NumPy wants the standard deviation
def xavier_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, 2 / (fan_in + fan_out), shape)
