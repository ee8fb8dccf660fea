# size and sign drawn apart
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in = int(np.prod(np.array(shape[:-1])))
    a = (6 / fan_in / (1 + negative_slope**2)) ** 0.5
    size = rng.uniform(0, a, shape)
    sign = rng.choice([-1.0, 1.0], size=shape)
    return sign * size
