# "afterwards the weights are not ... shifted or rescaled": forced to exactly mean 0 and standard deviation std
def random_normal(shape, rng, std=0.05):
    w = rng.standard_normal(shape)
    return std * (w - w.mean()) / w.std()
