# "weights are not ... clipped (set to a border)": np.clip at two standard deviations
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return np.clip(rng.normal(0, std, shape), -2 * std, 2 * std)
