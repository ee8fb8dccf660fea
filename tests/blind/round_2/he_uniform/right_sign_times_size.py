# draws size and sign of each weight separately
def he_uniform(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6.0 / ((1.0 + negative_slope * negative_slope) * fans(shape)[0]))
    size = limit * rng.random(shape)
    sign = np.where(rng.random(shape) < 0.5, -1.0, 1.0)
    return sign * size
