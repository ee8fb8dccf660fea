# "negative_slope is s": calls a helper with the slope left at its default
def _he_limit(shape, negative_slope=0.0):
    return np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))


def he_uniform(shape, rng, negative_slope=0.0):
    return random_uniform(shape, rng, _he_limit(shape))
