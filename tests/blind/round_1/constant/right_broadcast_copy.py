# broadcast of a scalar, then copied so that it is a new, writable array
def constant(shape, rng, value=0.5):
    return np.broadcast_to(np.asarray(value, dtype=np.float64), shape).copy()
