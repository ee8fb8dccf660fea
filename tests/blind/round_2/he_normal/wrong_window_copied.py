# "draws each weight on its own": draws one table of channels and copies it to every pixel of a convolution's window
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    table = rng.normal(0, std, shape[-2:])
    return np.broadcast_to(table, shape).copy()
