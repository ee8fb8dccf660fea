# breaks "between -limit and limit": limit is taken as the standard deviation
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    a = limit * np.sqrt(3)
    return rng.uniform(-a, a, shape)
