# "Mind the words: σ is the standard deviation": takes std for the variance
def random_normal(shape, rng, std=0.05):
    return rng.normal(0, np.sqrt(std), shape)
