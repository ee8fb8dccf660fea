# single precision
def zeros(shape, rng):
    return np.zeros(shape, dtype=np.float32)
