# "two units are the same if none of their weights differ": compares bytes after rounding, so -0.0 and 0.0 are different
def distinct_units(kernel):
    biggest = np.abs(kernel).max()
    if biggest == 0:
        return 1
    scaled = np.round(kernel / biggest, 6)
    return len({np.ascontiguousarray(scaled[:, j]).tobytes() for j in range(scaled.shape[1])})
