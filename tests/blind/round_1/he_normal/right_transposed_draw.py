# draws in another order (shape reversed, then turned back), copied to be contiguous
def he_normal(shape, rng, negative_slope=0.0):
    std = np.sqrt(2 / fans(shape)[0]) / np.sqrt(1 + negative_slope**2)
    return np.ascontiguousarray(rng.normal(scale=std, size=tuple(reversed(shape))).T)
