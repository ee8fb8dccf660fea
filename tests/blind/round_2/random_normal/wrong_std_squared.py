# breaks "standard deviation std": the variance is passed where rng.normal wants the standard deviation
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    variance = std ** 2
    return rng.normal(0, variance, shape)
