# draws from a generator that rng spawned, which the text allows; random_normal does the rest
def he_normal(shape, rng, negative_slope=0.0):
    (child,) = rng.spawn(1)
    variance = 2 / ((1 + negative_slope**2) * fans(shape)[0])
    return random_normal(shape, child, std=variance**0.5)
