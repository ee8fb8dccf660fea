# "Uniform weights": a normal law with the right variance
def he_uniform(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    return rng.normal(0, limit / np.sqrt(3), shape)
