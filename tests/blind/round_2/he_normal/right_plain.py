# nothing unusual: rng.normal with the root of the variance
def he_normal(shape, rng, negative_slope=0.0):
    """Normal weights with variance 2 / ((1 + negative_slope**2) * fan_in)."""
    fan_in, _ = fans(shape)
    return rng.normal(0.0, np.sqrt(2.0 / ((1.0 + negative_slope**2) * fan_in)), size=shape)
