# "none of their weights differ": compares only the sums of the columns
def distinct_units(kernel):
    biggest = np.abs(kernel).max()
    if biggest == 0:
        return 1
    return len(np.unique(np.round(kernel.sum(axis=0) / biggest, 6)))
