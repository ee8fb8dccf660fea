# one unit after the other, in a loop
def xavier_normal(shape, rng):
    fan_in, fan_out = fans(shape)
    w = np.zeros(shape)
    for unit in range(shape[-1]):
        w[..., unit] = rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), shape[:-1])
    return w
