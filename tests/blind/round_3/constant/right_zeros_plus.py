# built on zeros: adding an int to floats leaves floats
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return zeros(shape, rng) + value
