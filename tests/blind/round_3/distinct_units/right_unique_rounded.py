# divides by the largest |weight|, rounds, np.unique over columns; returns a NumPy array with one number
def distinct_units(kernel):
    scale = np.max(np.abs(kernel))
    if scale == 0:
        return np.array(1)
    table = np.round(kernel / scale, 6) + 0.0
    return np.array([np.unique(table, axis=1).shape[1]])
