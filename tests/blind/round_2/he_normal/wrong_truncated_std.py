# "if the standard deviation of what is left is the one asked for": redraws beyond two std without correcting, 12 % too narrow
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    weights = rng.normal(0, std, shape)
    while True:
        outside = np.abs(weights) > 2 * std
        if not outside.any():
            return weights
        weights[outside] = rng.normal(0, std, outside.sum())
