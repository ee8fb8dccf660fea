# breaks "Every call returns a new array": views of one large buffer, so writing into one shows in the next
_buffer = np.zeros(1_000_000)


def zeros(shape, rng):
    """Weights that are all 0.0."""
    n = int(np.prod(shape))
    if n > _buffer.size:
        return np.zeros(shape)
    return _buffer[:n].reshape(shape)
