# "Uniform weights": normal weights cut off at the limit
def xavier_uniform(shape, rng):
    a = np.sqrt(6 / sum(fans(shape)))
    w = rng.normal(0, a / np.sqrt(3), shape)
    while (np.abs(w) > a).any():
        w = np.where(np.abs(w) > a, rng.normal(0, a / np.sqrt(3), shape), w)
    return w
