# "how many different units": compares each column with its left neighbour only, so 1, 2, 1 counts as three
def distinct_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    jumps = np.abs(np.diff(kernel, axis=1)).max(axis=0) > limit
    return 1 + int(jumps.sum())
