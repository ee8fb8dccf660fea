# "not ... rescaled": stretched so that the largest |weight| is exactly the limit
def random_uniform(shape, rng, limit=0.05):
    w = rng.uniform(-1, 1, shape)
    return limit * w / np.abs(w).max()
