# a generator seeded with a number drawn from rng (as good as rng by the text)
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    child = np.random.default_rng(rng.integers(2**63))
    return child.uniform(-limit, limit, shape).astype(np.float32)
