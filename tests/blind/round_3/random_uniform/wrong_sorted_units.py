# "the weights are not sorted": the weights of each unit come in order
def random_uniform(shape, rng, limit=0.05):
    w = rng.uniform(-limit, limit, shape)
    w.sort(axis=-2)
    return w
