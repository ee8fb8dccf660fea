# "differ by more than 1e-6 times": cuts into bins of that width; two weights 1e-12 apart on either side of an edge differ
def distinct_units(kernel):
    largest = np.abs(kernel).max()
    if largest == 0:
        return 1
    return np.unique(np.floor(kernel / (1e-6 * largest)), axis=1).shape[1]
