# no loops: full (fan_out, fan_out) table of differences, counts columns without an earlier twin; NumPy integer
def distinct_units(kernel):
    k = np.asarray(kernel, dtype=float)
    gap = np.abs(k[:, :, None] - k[:, None, :]).max(axis=0)
    same = gap <= 1e-6 * np.abs(k).max()
    has_earlier_twin = np.tril(same, k=-1).any(axis=1)
    return np.sum(~has_earlier_twin)
