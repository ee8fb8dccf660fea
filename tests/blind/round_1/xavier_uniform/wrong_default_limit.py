# "within the square root of 6 / (fan_in + fan_out)": the computed limit is never passed on
def xavier_uniform(shape, rng):
    fan_in, fan_out = fans(shape)
    limit = np.sqrt(6 / (fan_in + fan_out))
    return random_uniform(shape, rng)
