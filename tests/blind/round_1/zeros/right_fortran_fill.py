# column-major memory, np.empty and fill
def zeros(shape, rng):
    w = np.empty(shape, order="F")
    w.fill(0)
    return w
