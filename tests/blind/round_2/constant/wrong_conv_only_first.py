# breaks "of exactly the shape asked for": uses the first two axes only
def constant(shape, rng, value=0.5):
    """Weights that are all `value`."""
    rows, columns = shape[0], shape[1]
    return np.array([[float(value)] * columns for _ in range(rows)])
