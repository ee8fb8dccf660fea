# Beta(1, 1) is the uniform law on (0, 1)
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    return np.subtract(rng.beta(1, 1, shape) * (2 * limit), limit)
