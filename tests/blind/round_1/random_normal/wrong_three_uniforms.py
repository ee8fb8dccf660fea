# "the normal law": a sum of three uniform numbers, right mean and standard deviation, but no tails
def random_normal(shape, rng, std=0.05):
    return std * 2 * rng.uniform(-0.5, 0.5, (3, *shape)).sum(axis=0)
