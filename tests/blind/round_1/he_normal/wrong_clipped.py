# "the weights are not ... clipped": values beyond three standard deviations are set to the limit
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return np.clip(rng.normal(0, std, shape), -3 * std, 3 * std)
