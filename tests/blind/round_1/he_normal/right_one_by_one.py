# a Python loop over all places, one draw each
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    sigma = (2 / (fan_in + fan_in * negative_slope**2)) ** 0.5
    weights = np.empty(shape)
    for place in np.ndindex(*shape):
        weights[place] = sigma * rng.standard_normal()
    return weights
