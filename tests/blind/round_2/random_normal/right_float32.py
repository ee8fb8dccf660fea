# 32-bit standard normal draws, multiplied by std
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    weights = rng.standard_normal(shape, dtype=np.float32)
    weights *= std
    return weights
