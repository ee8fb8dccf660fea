# a beta(1, 1) law is uniform; fans computed without the student's function
def xavier_uniform(shape, rng):
    window = int(np.prod(shape[:-2]))
    a = (6 / (window * (shape[-2] + shape[-1]))) ** 0.5
    return a * (1 - 2 * rng.beta(1, 1, size=shape))
