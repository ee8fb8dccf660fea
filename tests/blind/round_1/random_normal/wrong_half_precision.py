# "(32 or 64 bits)": 16 bits
def random_normal(shape, rng, std=0.05):
    return rng.normal(0, std, shape).astype(np.float16)
