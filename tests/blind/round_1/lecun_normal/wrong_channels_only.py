# "again for both kinds of kernels": fan_in is the number of input channels, without the window
def lecun_normal(shape, rng):
    return rng.normal(0, np.sqrt(1 / shape[-2]), shape)
