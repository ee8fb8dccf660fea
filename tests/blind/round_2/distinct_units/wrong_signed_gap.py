# "differ by more than": forgets the absolute value of the difference, so a unit below another one counts as the same
def distinct_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    found = []
    for column in kernel.T:
        if not any(np.max(column - other) <= limit for other in found):
            found.append(column)
    return len(found)
