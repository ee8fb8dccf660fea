# "the next call gives others", "never ... from a generator that you make": default_rng(42) at every call
def lecun_normal(shape, rng):
    rng = np.random.default_rng(42)
    return rng.normal(0, np.sqrt(1 / fans(shape)[0]), shape)
