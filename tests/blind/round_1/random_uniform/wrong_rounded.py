# "evenly": rounded to two decimals, which for small limits leaves a few values
def random_uniform(shape, rng, limit=0.05):
    return np.round(rng.uniform(-limit, limit, shape), 2)
