# scaled and shifted random numbers of [0, 1)
def random_uniform(shape, rng, limit=0.05):
    return (2 * rng.random(shape) - 1) * limit
