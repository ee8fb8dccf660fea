# size and sign are drawn apart
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    size = limit * rng.random(shape)
    negative = rng.random(shape) < 0.5
    return np.where(negative, -size, size)
