# Box-Muller from uniform numbers of rng
def he_normal(shape, rng, negative_slope=0.0):
    variance = 2 / ((1 + negative_slope * negative_slope) * fans(shape)[0])
    radius = np.sqrt(-2 * variance * np.log1p(-rng.random(shape)))
    angle = 2 * np.pi * rng.random(shape)
    return radius * np.cos(angle)
