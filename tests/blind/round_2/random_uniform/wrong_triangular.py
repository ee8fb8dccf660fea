# breaks "drawn evenly": the mean of two uniform numbers has a triangular law
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    a = rng.uniform(-limit, limit, shape)
    b = rng.uniform(-limit, limit, shape)
    return (a + b) / 2
