# breaks "standard deviation std": std is taken as the variance
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    return rng.normal(0, np.sqrt(std), shape)
