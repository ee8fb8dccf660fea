# breaks "draws each weight on its own": an even grid from -limit to limit in random order
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    n = int(np.prod(shape))
    return rng.permutation(np.linspace(-limit, limit, n)).reshape(shape)
