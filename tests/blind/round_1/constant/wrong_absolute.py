# "weights that are all `value`": loses the sign of a negative value
def constant(shape, rng, value=0.5):
    return np.sqrt(np.full(shape, float(value)) ** 2)
