# "floating point numbers (32 or 64 bits)": 16 bits
def lecun_normal(shape, rng):
    fan_in, _ = fans(shape)
    return rng.normal(0, np.sqrt(1 / fan_in), shape).astype(np.float16)
