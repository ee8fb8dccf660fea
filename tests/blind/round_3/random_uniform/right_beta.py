# the Beta(1, 1) law is the uniform one, stretched to (-limit, limit)
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    return (rng.beta(1, 1, shape) - 0.5) * 2 * limit
