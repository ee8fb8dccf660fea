# sum of twelve uniform numbers minus six, which the text allows
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    total = np.zeros(shape)
    for _ in range(12):
        total += rng.random(shape)
    return (total - 6.0) * std
