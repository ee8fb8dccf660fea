# "by more than 1e-6 times": rounds to three decimals, units that differ by 1e-4 of the largest weight count as one
def distinct_units(kernel):
    biggest = np.abs(kernel).max()
    if biggest == 0:
        return 1
    return len({tuple(c) for c in np.round(kernel / biggest, 3).T})
