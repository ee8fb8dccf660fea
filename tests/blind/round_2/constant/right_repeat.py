# np.repeat of one number, reshaped
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.repeat(float(value), np.prod(shape)).reshape(shape)
