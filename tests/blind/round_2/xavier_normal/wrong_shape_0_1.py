# breaks "for dense and convolution kernels": a convolution's height and width are taken for the fans
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    return rng.normal(0, np.sqrt(2 / (shape[0] + shape[1])), shape)
