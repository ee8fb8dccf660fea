# "square root of 6 / (fan_in + fan_out)": only the 6 is under the root
def xavier_uniform(shape, rng):
    fan_in, fan_out = fans(shape)
    limit = np.sqrt(6) / (fan_in + fan_out)
    return random_uniform(shape, rng, limit)
