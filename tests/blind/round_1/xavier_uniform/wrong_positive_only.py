# "U(-a, a)": between 0 and a
def xavier_uniform(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.uniform(0, np.sqrt(6 / (fan_in + fan_out)), shape)
