# breaks "trains it ... for epochs epochs with the optimizer Adam(0.01)": one call of train per epoch, so Adam starts afresh each time
def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    start = network.initialize(initializer, rng)
    gradient = network.gradients(start, data.inputs, data.labels).kernels[0][0]
    weights = start
    for _ in range(epochs):
        run = initlab.train(network, weights, data, epochs=1, optimizer=initlab.Adam(0.01), rng=rng)
        weights = run.weights
    different = []
    for unit in run.weights.kernels[0][0].T:
        if all(np.abs(unit - other).max() >= 1e-6 for other in different):
            different.append(unit)
    return {
        "gradient": float(np.linalg.norm(gradient)),
        "moved": bool(any((a != b).any() for a, b in zip(start.kernels, run.weights.kernels))),
        "units": int(len(different)),
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }
