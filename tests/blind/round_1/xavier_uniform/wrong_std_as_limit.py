# "a = sqrt(6 / (fan_in + fan_out))": the standard deviation sqrt(2 / ...) as limit
def xavier_uniform(shape, rng):
    a = np.sqrt(2 / sum(fans(shape)))
    return rng.uniform(-a, a, shape)
