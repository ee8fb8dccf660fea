# "two units are the same if none of their weights differ by more than ...": compares bytes, where -0.0 is not 0.0
def distinct_units(kernel):
    biggest = np.abs(kernel).max() or 1.0
    rounded = np.round(kernel / biggest, 6)
    return len({np.ascontiguousarray(column).tobytes() for column in rounded.T})
