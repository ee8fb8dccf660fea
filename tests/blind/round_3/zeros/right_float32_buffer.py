# single precision, from a zeroed buffer of bytes
def zeros(shape, rng):
    """Weights that are all 0.0."""
    n = 1
    for length in shape:
        n *= int(length)
    return np.frombuffer(bytearray(4 * n), dtype=np.float32).reshape(shape)
