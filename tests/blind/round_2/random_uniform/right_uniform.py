# rng.uniform
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    return rng.uniform(low=-limit, high=limit, size=shape)
