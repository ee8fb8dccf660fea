# a size between 0 and limit, and a sign of its own
def random_uniform(shape, rng, limit=0.05):
    size = rng.uniform(0, limit, shape)
    sign = np.where(rng.random(shape) < 0.5, -1.0, 1.0)
    return sign * size
