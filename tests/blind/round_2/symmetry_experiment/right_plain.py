# the plain way; counts units by comparing each column with those kept so far
def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    start = network.initialize(initializer, rng)
    gradient = network.gradients(start, data.inputs, data.labels).kernels[0]
    run = initlab.train(network, start, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng)
    kept = []
    for column in run.weights.kernels[0][0].T:
        if not any(np.all(np.abs(column - other) < 1e-6) for other in kept):
            kept.append(column)
    return {
        "gradient": float(np.linalg.norm(gradient)),
        "moved": any(bool(np.any(a != b)) for a, b in zip(start.kernels, run.weights.kernels)),
        "units": len(kept),
        "accuracy": float(network.accuracy(run.weights, data.inputs, data.labels)[0]),
        "weights": run.weights,
    }
