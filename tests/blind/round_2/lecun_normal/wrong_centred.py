# "nor corrected by what came out, its mean": subtracts each unit's mean
def lecun_normal(shape, rng):
    weights = rng.normal(0, np.sqrt(1 / fans(shape)[0]), shape)
    return weights - weights.mean(axis=tuple(range(len(shape) - 1)), keepdims=True)
