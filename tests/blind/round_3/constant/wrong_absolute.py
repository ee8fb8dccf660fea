# "also a negative one": the sign is lost
def constant(shape, rng, value=0.5):
    return np.full(shape, np.sqrt(np.square(float(value))))
