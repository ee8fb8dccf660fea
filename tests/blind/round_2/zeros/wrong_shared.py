# breaks "Every call returns a new NumPy array": one array per shape is kept and handed out again
_zeros_made = {}


def zeros(shape, rng):
    """Weights that are all 0.0."""
    shape = tuple(shape)
    if shape not in _zeros_made:
        _zeros_made[shape] = np.zeros(shape)
    return _zeros_made[shape]
