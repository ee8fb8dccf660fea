# "again for both kinds of kernels": fan_in is shape[-2], without the window of a convolution
def he_uniform(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6 / ((1 + negative_slope**2) * shape[-2]))
    return rng.uniform(-limit, limit, size=shape)
