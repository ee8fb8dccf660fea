# "draws **each weight on its own**": evenly spaced values in random order (no two are independent)
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fan_in))
    n = int(np.prod(shape))
    values = np.linspace(-limit, limit, n + 2)[1:-1]
    return rng.permutation(values).reshape(shape)
