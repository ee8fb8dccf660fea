# broadcasts, then copies, so that it is writeable and its own
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.broadcast_to(np.float64(value), shape).copy()
