# "never from np.random": rng is ignored, the global generator draws
def random_uniform(shape, rng, limit=0.05):
    return np.random.uniform(low=-limit, high=limit, size=shape)
