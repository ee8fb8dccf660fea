# "how many different units": counts the columns that differ from the first one, not the different ones among them
def distinct_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    return 1 + sum(bool(np.any(np.abs(kernel[:, j] - kernel[:, 0]) > limit)) for j in range(1, kernel.shape[1]))
