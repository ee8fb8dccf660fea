# breaks "never from np.random": the global generator, seeded from rng without changing it
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    np.random.seed(rng.bit_generator.state["state"]["state"] % 2**32)
    return np.random.uniform(-limit, limit, shape)
