# "draws **each weight on its own** ... not ... copied": draws at most 4096 numbers and repeats them in larger kernels
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    limit = np.sqrt(6 / ((1 + negative_slope**2) * fan_in))
    size = int(np.prod(shape))
    pool = rng.uniform(-limit, limit, min(size, 4096))
    return np.resize(pool, shape)
