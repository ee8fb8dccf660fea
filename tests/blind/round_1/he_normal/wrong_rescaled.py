# "afterwards the weights are not ... rescaled": they are divided by their own standard deviation
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    w = rng.standard_normal(shape)
    return w / w.std() * std
