# "draws evenly between -limit and limit": only 201 different values
def random_uniform(shape, rng, limit=0.05):
    return rng.integers(-100, 101, shape) / 100 * limit
