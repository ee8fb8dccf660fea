# breaks "normal law": Box-Muller with the same uniform number for the radius and the angle
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    u = 1.0 - rng.random(shape)
    return std * np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * u)
