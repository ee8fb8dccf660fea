# nothing unusual: rng.normal with scale fan_in ** -0.5
def lecun_normal(shape, rng):
    """Normal weights with variance 1 / fan_in."""
    return rng.normal(loc=0.0, scale=fans(shape)[0] ** -0.5, size=shape)
