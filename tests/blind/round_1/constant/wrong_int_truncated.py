# "weights that are all `value`": a like-array of whole numbers cuts 0.5 to 0 before the conversion
def constant(shape, rng, value=0.5):
    return np.full_like(np.ones(shape, dtype=int), value).astype(float)
