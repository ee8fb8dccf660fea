# "weights that are all `value`": value=0 is taken for "not given"
def constant(shape, rng, value=None):
    value = float(value or 0.5)
    return np.full(shape, value)
