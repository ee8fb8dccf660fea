# Box-Muller from uniform numbers of rng (1 - u, so that the logarithm is finite)
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    u = 1.0 - rng.random(shape)
    angle = 2 * np.pi * rng.random(shape)
    return std * np.sqrt(-2 * np.log(u)) * np.cos(angle)
