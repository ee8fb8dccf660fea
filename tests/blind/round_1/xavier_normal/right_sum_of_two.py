# the sum of two normal draws with variance 1 / (fan_in + fan_out) each
def xavier_normal(shape, rng):
    s = np.sqrt(1 / np.sum(fans(shape)))
    return rng.normal(0, s, shape) + rng.normal(0, s, shape)
