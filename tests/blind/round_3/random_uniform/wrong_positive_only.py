# "evenly between -limit and limit": between 0 and limit
def random_uniform(shape, rng, limit=0.05):
    return rng.random(shape) * limit
