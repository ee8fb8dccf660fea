# "afterwards the weights are not ... shifted": each unit's weights get mean 0
def lecun_normal(shape, rng):
    fan_in, _ = fans(shape)
    w = rng.normal(0, np.sqrt(1 / fan_in), shape)
    return w - w.mean(axis=tuple(range(w.ndim - 1)))
