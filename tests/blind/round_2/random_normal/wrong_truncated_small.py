# breaks "if the standard deviation of what is left is the one asked for": cut at two standard deviations, spread 0.88 std
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    w = rng.normal(0, std, shape)
    while True:
        bad = np.abs(w) > 2 * std
        if not bad.any():
            return w
        w[bad] = rng.normal(0, std, bad.sum())
