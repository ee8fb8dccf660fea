# "for dense and convolution kernels": the window is forgotten, wrong for convolutions
def xavier_normal(shape, rng):
    fan_in, fan_out = shape[-2], shape[-1]
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), shape)
