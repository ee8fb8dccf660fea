# "Normal weights": a uniform law with the right variance
def lecun_normal(shape, rng):
    limit = np.sqrt(3 / fans(shape)[0])
    return rng.uniform(-limit, limit, shape)
