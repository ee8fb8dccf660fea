# "for dense and convolution kernels": takes the window's height and width for the fans
def xavier_normal(shape, rng):
    std = np.sqrt(2.0 / (shape[0] + shape[1]))
    return std * rng.standard_normal(shape)
