# "if **none** of their weights differ": compares the columns' sums, so (1, 3) and (3, 1) count as the same
def distinct_units(kernel):
    sums = np.sort(kernel.sum(axis=0))
    return int(1 + np.sum(np.diff(sums) > 1e-6 * np.abs(kernel).max()))
