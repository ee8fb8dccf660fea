# "if the standard deviation of what is left is the one asked for": tails redrawn, but the width is not corrected
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    w = rng.normal(0, std, shape)
    far = np.abs(w) > 2 * std
    while far.any():
        w[far] = rng.normal(0, std, far.sum())
        far = np.abs(w) > 2 * std
    return w
