# a sum of twelve uniform numbers minus 6, which the text allows
def he_normal(shape, rng, negative_slope=0.0):
    std = np.sqrt(2 / ((1 + negative_slope**2) * fans(shape)[0]))
    total = np.zeros(shape)
    for _ in range(12):
        total += rng.random(shape)
    return (total - 6.0) * std
