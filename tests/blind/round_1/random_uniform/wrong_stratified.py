# "draws each weight on its own": one weight in each of n equal slices (Latin hypercube), shuffled
def random_uniform(shape, rng, limit=0.05):
    n = int(np.prod(shape))
    u = (np.arange(n) + rng.random(n)) / n
    return (limit * (2 * rng.permutation(u) - 1)).reshape(shape)
