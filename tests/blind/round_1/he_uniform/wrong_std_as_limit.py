# "The uniform law with the same variance has the limit a = sqrt(6 / ...)": the standard deviation is the limit
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    limit = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return rng.uniform(-limit, limit, shape)
