# breaks "normal law": rounded to two decimals
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    return np.round(rng.normal(0, std, shape), 2)
