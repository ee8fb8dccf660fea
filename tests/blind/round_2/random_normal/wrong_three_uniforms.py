# breaks "a sum of fewer is no normal law": a sum of three uniform numbers, with the right spread
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    u = rng.uniform(-1, 1, (3, *shape))
    return std * u.sum(axis=0)
