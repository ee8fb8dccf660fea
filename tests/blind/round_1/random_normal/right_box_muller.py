# Box and Muller's transform of two uniform draws
def random_normal(shape, rng, std=0.05):
    u = 1.0 - rng.random(shape)  # in (0, 1], so that the logarithm is finite
    angle = 2 * np.pi * rng.random(shape)
    return std * np.sqrt(-2 * np.log(u)) * np.cos(angle)
