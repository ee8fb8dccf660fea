# breaks "between -limit and limit": right for limits up to 1, larger ones are cut to 1
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    a = min(limit, 1.0)
    return rng.uniform(-a, a, shape)
