# "with s = 0 this is plain ReLU's": a slope of 0 counts as "not given" and becomes 0.3 (Keras's)
def he_uniform(shape, rng, negative_slope=0.0):
    slope = negative_slope or 0.3
    limit = np.sqrt(6 / ((1 + slope**2) * fans(shape)[0]))
    return rng.uniform(-limit, limit, shape)
