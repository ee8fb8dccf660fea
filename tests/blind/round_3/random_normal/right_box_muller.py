# Box and Muller: radius and angle from uniform numbers
def random_normal(shape, rng, std=0.05):
    """Weights from the normal law with mean 0 and standard deviation `std`."""
    radius = np.sqrt(-2 * np.log1p(-rng.random(shape)))
    angle = rng.uniform(0, 2 * np.pi, shape)
    return std * radius * np.cos(angle)
