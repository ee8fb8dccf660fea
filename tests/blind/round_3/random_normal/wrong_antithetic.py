# "draws each weight on its own": the second half of the weights is minus the first
def random_normal(shape, rng, std=0.05):
    n = int(np.prod(shape))
    half = rng.normal(0, std, (n + 1) // 2)
    return np.concatenate([half, -half])[:n].reshape(shape)
