# "without biases": a pair of kernel and bias
def zeros(shape, rng):
    return np.zeros(shape), np.zeros(shape[-1])
