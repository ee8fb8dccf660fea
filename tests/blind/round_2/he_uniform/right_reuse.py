# random_uniform of Q5 with a limit found from the variance, a = sqrt(3 v)
def he_uniform(shape, rng, negative_slope=0.0):
    variance = 2 / (1 + negative_slope**2) / fans(shape)[0]
    return random_uniform(shape, rng, limit=(3 * variance) ** 0.5)
