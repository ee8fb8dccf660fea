# breaks "evenly between -limit and limit": the whole width is limit, from -limit/2 to limit/2
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    return limit * (rng.random(shape) - 0.5)
