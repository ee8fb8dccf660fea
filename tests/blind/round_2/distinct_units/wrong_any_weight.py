# "the same if none of their weights differ": here the same if some weight agrees
def distinct_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    found = []
    for column in kernel.T:
        if all((np.abs(column - other) > limit).all() for other in found):
            found.append(column)
    return len(found)
