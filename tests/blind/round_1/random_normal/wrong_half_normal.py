# "mean 0": absolute values, all weights positive
def random_normal(shape, rng, std=0.05):
    return np.abs(rng.normal(0, std, shape))
