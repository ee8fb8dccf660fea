# breaks "weights that are all value": the fraction is cut off, since the template holds integers
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    template = np.zeros(shape, dtype=int)
    template[:] = value
    return template.astype(float)
