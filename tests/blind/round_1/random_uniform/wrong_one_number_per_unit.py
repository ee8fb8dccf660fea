# "draws each weight on its own": one number per unit, the same for all inputs
def random_uniform(shape, rng, limit=0.05):
    return np.zeros(shape) + rng.uniform(-limit, limit, shape[-1])
