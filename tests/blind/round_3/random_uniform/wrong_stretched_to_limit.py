# "nor corrected by what came out, its ... largest value": scaled so that the largest weight is exactly limit
def random_uniform(shape, rng, limit=0.05):
    w = rng.uniform(-1, 1, shape)
    return w * (limit / np.abs(w).max())
