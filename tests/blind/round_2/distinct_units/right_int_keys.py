# set of tuples of integers (rint of the weights in units of 1e-6 of the largest); "or 1" for zeros
def distinct_units(kernel):
    unit_size = (np.abs(np.asarray(kernel, dtype=float)).max() or 1) * 1e-6
    keys = {tuple(np.rint(kernel[:, j] / unit_size).astype(np.int64)) for j in range(kernel.shape[1])}
    return float(len(keys))
