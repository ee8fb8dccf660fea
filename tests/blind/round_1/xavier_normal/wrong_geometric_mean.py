# "2 / (fan_in + fan_out)": the geometric mean of the fans instead of the arithmetic one
def xavier_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, (fan_in * fan_out) ** -0.25, shape)
