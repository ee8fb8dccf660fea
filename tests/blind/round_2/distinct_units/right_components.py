# connected components of the graph "is the same as" with SciPy; broadcast differences
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components


def distinct_units(kernel):
    columns = np.array(kernel, dtype=np.float64).T
    gap = np.abs(columns[:, None, :] - columns[None, :, :]).max(axis=2)
    same = gap <= 1e-6 * np.abs(columns).max()
    n, _ = connected_components(csr_matrix(same), directed=False)
    return n
