# breaks "weights that are all value": rounded to three decimals
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.full(shape, round(float(value), 3))
