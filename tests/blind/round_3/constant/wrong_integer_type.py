# "Weights are always floating point numbers, also where `value` is a whole number": np.full takes the type of value
def constant(shape, rng, value=0.5):
    return np.full(shape, value)
