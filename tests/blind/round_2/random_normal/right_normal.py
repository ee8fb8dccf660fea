# the plain way
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    return rng.normal(loc=0.0, scale=std, size=shape)
