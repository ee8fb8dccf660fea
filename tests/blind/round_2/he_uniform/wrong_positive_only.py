# "U(-a, a)": draws between 0 and a
def he_uniform(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    return limit * rng.random(shape)
