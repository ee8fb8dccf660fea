# "Weights are always floating point numbers": integers
def zeros(shape, rng):
    return np.zeros(shape, dtype=int)
