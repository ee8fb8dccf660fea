# "of floating point numbers": truth values, which count as 0 in a sum
def zeros(shape, rng):
    return np.ones(shape) < 0
