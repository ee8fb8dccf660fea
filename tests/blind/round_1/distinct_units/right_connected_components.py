# SciPy: units as nodes of a graph, edges between equal ones, number of connected components
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import cdist


def distinct_units(kernel):
    columns = np.atleast_2d(np.asarray(kernel, float)).T
    tolerance = 1e-6 * max(abs(columns.min()), abs(columns.max()))
    adjacency = cdist(columns, columns, metric="chebyshev") <= tolerance
    return int(connected_components(adjacency, directed=False)[0])
