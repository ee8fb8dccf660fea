# "not sorted": sorted within each unit
def random_normal(shape, rng, std=0.05):
    return np.sort(rng.normal(0, std, shape), axis=0)
