# keeps the path of the training; SciPy's clustering counts the units, NumPy types are returned
from scipy.cluster.hierarchy import fclusterdata


def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    network = initlab.Network((2, 10, 1), activation=initlab.activation(activation), output="sigmoid")
    weights = network.initialize(initializer, rng)
    run = initlab.train(network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng, keep_path=True)
    first, last = run.path[0], run.path[-1]
    g = network.gradients(first, data.inputs, data.labels).kernels[0][0]
    labels = fclusterdata(last.kernels[0][0].T, t=1e-6, criterion="distance", metric="chebyshev", method="single")
    changed = max(np.abs(b - a).max() for a, b in zip(first.kernels, last.kernels))
    return {
        "gradient": np.linalg.norm(g, "fro"),
        "moved": np.bool_(changed > 0),
        "units": np.int64(len(set(labels))),
        "accuracy": (network.predict(last, data.inputs)[0] == data.labels).mean(),
        "weights": last,
    }
