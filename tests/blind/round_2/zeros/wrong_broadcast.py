# breaks "training writes into it": a read-only view of a single number
def zeros(shape, rng):
    """Weights that are all 0.0."""
    return np.broadcast_to(0.0, shape)
