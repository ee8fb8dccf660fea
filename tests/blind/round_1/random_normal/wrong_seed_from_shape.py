# "the next call gives others": a generator seeded from the shape
def random_normal(shape, rng, std=0.05):
    own = np.random.default_rng(sum(shape))
    return own.normal(0, std, shape)
