# breaks the signature's value=0.5: without a value the weights are 1
def constant(shape, rng, value=1.0):
    """Weights that are all `value`."""
    return np.ones(shape) * float(value)
