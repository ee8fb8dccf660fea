# "for both kinds of kernels": fan_in is shape[0], which is the window's height for a convolution
def he_normal(shape, rng, negative_slope=0.0):
    variance = 2 / ((1 + negative_slope**2) * shape[0])
    return rng.normal(0, np.sqrt(variance), shape)
