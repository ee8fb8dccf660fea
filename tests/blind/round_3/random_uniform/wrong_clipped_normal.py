# "draws evenly": a normal law cut off at the limits
def random_uniform(shape, rng, limit=0.05):
    w = rng.normal(0, limit / np.sqrt(3), shape)
    while (np.abs(w) > limit).any():
        out = np.abs(w) > limit
        w[out] = rng.normal(0, limit / np.sqrt(3), out.sum())
    return w
