# single precision draws, scaled
def random_normal(shape, rng, std=0.05):
    w = rng.standard_normal(size=shape, dtype=np.float32)
    w *= np.float32(std)
    return w
