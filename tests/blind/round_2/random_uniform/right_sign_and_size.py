# draws the size and the sign of every weight separately
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    size = rng.uniform(0, limit, shape)
    sign = rng.choice([-1.0, 1.0], size=shape)
    return sign * size
