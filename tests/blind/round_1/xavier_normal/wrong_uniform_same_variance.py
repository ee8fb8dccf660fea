# "Normal weights": a uniform law of the same variance
def xavier_normal(shape, rng):
    a = np.sqrt(6 / sum(fans(shape)))
    return rng.uniform(-a, a, shape)
