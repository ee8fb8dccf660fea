# draws from an interval of width 0; consumes rng
def constant(shape, rng, value=0.5):
    return rng.uniform(value, value, size=shape)
