# "between -limit and limit": only positive weights
def random_uniform(shape, rng, limit=0.05):
    return rng.uniform(0, limit, shape)
