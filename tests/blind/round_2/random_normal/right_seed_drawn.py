# a legacy generator with a seed drawn from rng (as good as rng by the text)
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    seed = int(rng.integers(0, 2**32 - 1))
    return np.random.RandomState(seed).normal(0, std, shape)
