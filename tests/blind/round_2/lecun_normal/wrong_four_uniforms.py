# "a sum of fewer is no normal law": four uniform numbers, with the right variance
def lecun_normal(shape, rng):
    total = rng.uniform(-1, 1, (4, *shape)).sum(axis=0)
    return total / np.sqrt(4 / 3) / np.sqrt(fans(shape)[0])
