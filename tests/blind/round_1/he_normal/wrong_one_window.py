# "draws **each weight on its own**": one window position is drawn and repeated over height and width
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    return np.zeros(shape) + rng.normal(0, std, shape[-2:])
