# breaks "nor corrected by what came out ... its largest value": stretched so that the largest is just limit
def random_uniform(shape, rng, limit=0.05):
    """Weights drawn evenly between -limit and limit."""
    w = rng.uniform(-1, 1, shape)
    return w * limit / np.abs(w).max()
