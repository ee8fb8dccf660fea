# "returns a new NumPy array": nested lists
def zeros(shape, rng):
    return np.zeros(shape).tolist()
