# "32 or 64 bits": 16 bits
def constant(shape, rng, value=0.5):
    return np.full(shape, value, dtype=np.float16)
