# "Every call returns a new NumPy array": one array per shape is refilled and returned, so an earlier kernel changes
_buffers = {}


def constant(shape, rng, value=0.5):
    buffer = _buffers.setdefault(tuple(shape), np.empty(shape))
    buffer[...] = value
    return buffer
