# breaks "training writes into it": read-only broadcast
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    return np.broadcast_to(np.array(value, dtype=float), shape)
