# "2 / (fan_in + fan_out)": the brackets are missing
def xavier_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(2 / fan_in + fan_out), shape)
