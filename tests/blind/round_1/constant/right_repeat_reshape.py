# np.repeat of one float, reshaped
def constant(shape, rng, value=0.5):
    n = int(np.prod(shape))
    return np.repeat(np.float64(value), n).reshape(shape)
