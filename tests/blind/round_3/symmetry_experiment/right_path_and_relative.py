# keeps the path of the training and compares its ends; units by largest distance relative to the largest weight, as graph components
from scipy.sparse.csgraph import connected_components


def _different(kernel):
    size = np.abs(kernel).max()
    if size == 0:
        return 1
    far = np.abs(kernel[:, :, None] - kernel[:, None, :]).max(axis=0)
    return connected_components(far <= 1e-6 * size)[0]


def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    network = initlab.Network(widths=(2, 10, 1), activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng)
    run = initlab.train(
        network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng, keep_path=True
    )
    first, last = run.path[0], run.path[-1]
    grads = network.gradients(first, data.inputs, data.labels)
    changed = sum(int(np.count_nonzero(a - b)) for a, b in zip(last.kernels, first.kernels))
    return {
        "weights": last,
        "accuracy": network.accuracy(last, data.inputs, data.labels).item(),
        "units": int(_different(last.kernels[0][0])),
        "moved": changed > 0,
        "gradient": np.sqrt(np.einsum("rij,rij->", grads.kernels[0], grads.kernels[0])),
    }
