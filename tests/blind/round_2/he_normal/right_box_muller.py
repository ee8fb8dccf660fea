# Box-Muller from two uniform numbers for each weight; 1 - u keeps the logarithm finite
def he_normal(shape, rng, negative_slope=0.0):
    variance = 2 / (1 + negative_slope**2) / fans(shape)[0]
    radius = np.sqrt(-2 * variance * np.log(1 - rng.random(shape)))
    angle = 2 * np.pi * rng.random(shape)
    return radius * np.cos(angle)
