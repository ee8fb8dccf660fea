# breaks "drawn evenly": normal draws with the right spread, redrawn until they lie within the limit
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    w = rng.normal(0, limit / np.sqrt(3), shape)
    while (np.abs(w) > limit).any():
        far = np.abs(w) > limit
        w[far] = rng.normal(0, limit / np.sqrt(3), far.sum())
    return w
