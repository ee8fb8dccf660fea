# "weights that are all `value`": remembers by shape and so returns the first value asked for
_made = {}


def constant(shape, rng, value=0.5):
    if shape not in _made:
        _made[shape] = np.full(shape, float(value))
    return _made[shape].copy()
