# each weight drawn by a call of its own
def random_normal(shape, rng, std=0.05):
    w = np.empty(shape)
    for where in np.ndindex(*w.shape):
        w[where] = rng.normal(0.0, std)
    return w
