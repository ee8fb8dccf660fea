# draws one number at a time in a plain loop over np.ndindex; own computation of fan_in with np.prod
def he_normal(shape, rng, negative_slope=0.0):
    fan_in = int(np.prod(shape[:-1]))
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    weights = np.empty(shape)
    for index in np.ndindex(*shape):
        weights[index] = std * rng.standard_normal()
    return weights
