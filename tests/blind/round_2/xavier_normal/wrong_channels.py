# breaks "for dense and convolution kernels": the channels alone, without the window
def xavier_normal(shape, rng):
    """Normal weights with variance 2 / (fan_in + fan_out)."""
    return rng.normal(0, np.sqrt(2 / (shape[-2] + shape[-1])), shape)
