# keeps the whole path of the training; units are connected components of scipy's Chebyshev distances
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import cdist


def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    network = initlab.Network([2, 10, 1], activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng)
    run = initlab.train(
        network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng, keep_path=True
    )
    first, last = run.path[0], run.path[-1]
    columns = last.kernels[0][0].T
    units, _ = connected_components(cdist(columns, columns, "chebyshev") < 1e-6)
    change = max(np.abs(a - b).max() for a, b in zip(first.kernels, last.kernels))
    slope = network.gradients(first, data.inputs, data.labels).kernels[0]
    return {
        "gradient": float(np.einsum("rij,rij->", slope, slope)) ** 0.5,
        "moved": True if change > 0 else False,
        "units": int(units),
        "accuracy": network.accuracy(run.weights, data.inputs, data.labels).item(),
        "weights": run.weights,
    }
