# breaks "nor corrected by what came out, its mean, spread": the draws are standardized
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    w = rng.standard_normal(shape)
    w = (w - w.mean()) / (w.std() or 1.0)
    return std * w
