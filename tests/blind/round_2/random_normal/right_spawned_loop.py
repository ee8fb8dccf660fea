# one number at a time, from a generator that rng.spawn gives
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    (child,) = rng.spawn(1)
    weights = np.zeros(shape)
    flat = weights.reshape(-1)
    for i in range(flat.size):
        flat[i] = child.normal(0, std)
    return weights
