# Chebyshev distances from SciPy, counts columns that have no equal column before them; returns a NumPy integer
from scipy.spatial.distance import cdist


def distinct_units(kernel):
    units = np.ascontiguousarray(kernel.T, dtype=float)
    far = cdist(units, units, "chebyshev") > 1e-6 * np.max(np.abs(kernel))
    earlier = np.tril(~far, k=-1)
    return np.sum(~earlier.any(axis=1))
