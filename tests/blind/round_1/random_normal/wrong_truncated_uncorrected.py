# "if the standard deviation of what is left is the one asked for": it is 0.88 of it
def random_normal(shape, rng, std=0.05):
    w = rng.normal(0, std, shape)
    far = np.abs(w) > 2 * std
    while far.any():
        w[far] = rng.normal(0, std, np.count_nonzero(far))
        far = np.abs(w) > 2 * std
    return w
