# "standard deviation `std`": passes std² where NumPy wants the standard deviation
def random_normal(shape, rng, std=0.05):
    return rng.normal(loc=0.0, scale=std**2, size=shape)
