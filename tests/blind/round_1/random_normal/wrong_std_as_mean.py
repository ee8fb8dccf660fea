# "mean 0 and standard deviation `std`": the first argument of rng.normal is the mean; only the spread 1 is left
def random_normal(shape, rng, std=0.05):
    return rng.normal(std, size=shape)
