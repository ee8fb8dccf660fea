# from the standard deviation, with the limit sqrt(3) times it; rng.random shifted and stretched
def he_uniform(shape, rng, negative_slope=0.0):
    fan_in, _fan_out = fans(shape)
    std = np.sqrt(2.0 / (fan_in * (1.0 + negative_slope**2)))
    half = np.sqrt(3.0) * std
    return half * (2.0 * rng.random(shape) - 1.0)
