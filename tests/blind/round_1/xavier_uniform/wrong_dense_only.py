# "for dense and convolution kernels": unpacking a shape of four numbers raises
def xavier_uniform(shape, rng):
    fan_in, fan_out = shape
    a = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-a, a, shape)
