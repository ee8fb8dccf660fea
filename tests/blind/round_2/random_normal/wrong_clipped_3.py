# breaks "the weights are not ... clipped (set to a border)": clipped at three standard deviations
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    return np.clip(rng.normal(0, std, shape), -3 * std, 3 * std)
