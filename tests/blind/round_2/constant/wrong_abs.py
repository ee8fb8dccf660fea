# breaks "also a negative one": the sign is lost
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.sqrt(np.full(shape, float(value) ** 2))
