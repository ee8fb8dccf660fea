# np.empty, then filled in place
def zeros(shape, rng=None):
    """Weights that are all 0.0."""
    out = np.empty(shape)
    out[...] = 0
    return out
