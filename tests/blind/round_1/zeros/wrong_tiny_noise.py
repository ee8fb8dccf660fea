# "`zeros` returns weights that are all 0": noise of 1e-8 "against the symmetry"
def zeros(shape, rng):
    return np.zeros(shape) + 1e-8 * rng.standard_normal(shape)
