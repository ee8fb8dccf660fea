# "weights that are all `value`": clipped to -1..1
def constant(shape, rng, value=0.5):
    return np.clip(np.full(shape, float(value)), -1, 1)
