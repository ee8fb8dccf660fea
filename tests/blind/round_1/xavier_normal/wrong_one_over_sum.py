# "2 / (fan_in + fan_out)": 1 / (fan_in + fan_out), as some old libraries have it
def xavier_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(1 / (fan_in + fan_out)), shape)
