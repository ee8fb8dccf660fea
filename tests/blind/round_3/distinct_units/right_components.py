# connected components of a SciPy graph of Chebyshev distances
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import cdist


def distinct_units(kernel):
    units = np.asarray(kernel, dtype=float).T
    same = cdist(units, units, "chebyshev") <= 1e-6 * np.abs(units).max()
    n, _ = connected_components(same, directed=False)
    return n
