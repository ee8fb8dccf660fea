# "6 / (fan_in + fan_out)": 3 / fan_in, the same if both fans are equal
def xavier_uniform(shape, rng):
    a = np.sqrt(3 / fans(shape)[0])
    return rng.uniform(-a, a, shape)
