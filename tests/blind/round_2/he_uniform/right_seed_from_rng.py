# a generator with a seed drawn from rng, which the text allows; integers instead of floats
def he_uniform(shape, rng, negative_slope=0.0):
    own = np.random.default_rng(int(rng.integers(0, 2**63)))
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    steps = 2**40
    return own.integers(-steps, steps, size=shape, endpoint=True) / steps * limit
