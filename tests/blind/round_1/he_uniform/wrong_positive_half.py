# "U(-a, a)": numbers from 0 to 2a lose their shift; only non-negative weights up to a
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fan_in))
    return rng.random(shape) * limit
