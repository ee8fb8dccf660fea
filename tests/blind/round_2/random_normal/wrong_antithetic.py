# breaks "draws each weight on its own": the second half are the negatives of the first
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    n = int(np.prod(shape))
    half = rng.normal(0, std, (n + 1) // 2)
    return np.concatenate([half, -half])[:n].reshape(shape)
