# product of ones and float(value)
def constant(shape, rng, value=0.5):
    return np.ones(shape) * float(value)
