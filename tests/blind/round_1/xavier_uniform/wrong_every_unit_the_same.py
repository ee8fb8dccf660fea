# "draws each weight on its own": one unit is drawn and copied to all columns
def xavier_uniform(shape, rng):
    a = np.sqrt(6 / sum(fans(shape)))
    unit = rng.uniform(-a, a, (*shape[:-1], 1))
    return np.tile(unit, shape[-1])
