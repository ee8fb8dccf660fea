# "not ... shifted": subtracts the mean of each unit
def random_normal(shape, rng, std=0.05):
    w = rng.normal(0, std, shape)
    return w - w.mean(axis=0, keepdims=True)
