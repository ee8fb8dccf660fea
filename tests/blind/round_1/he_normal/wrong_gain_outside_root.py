# Var(w) = 2 / ((1 + s^2) fan_in): 1 + s^2 divides the standard deviation, not the variance
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, _ = fans(shape)
    return rng.normal(0, np.sqrt(2 / fan_in) / (1 + negative_slope**2), shape)
