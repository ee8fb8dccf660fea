# "weights that are all `value`": divided by fan_in so that the sum of a unit is value
def constant(shape, rng, value=0.5):
    return np.full(shape, value / fans(shape)[0])
