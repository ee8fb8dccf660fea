# "`he_normal` and `he_uniform` are also called with other values of `negative_slope`": it is ignored
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    return rng.standard_normal(shape) * np.sqrt(2 / fan_in)
