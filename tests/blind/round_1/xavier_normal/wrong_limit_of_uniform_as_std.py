# "normal law with that variance": takes the uniform law's limit sqrt(6 / ...) as standard deviation
def xavier_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(6 / (fan_in + fan_out)), shape)
