# breaks "the same if all their weights are": compares the weights of the first input only
def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    start = network.initialize(initializer, rng)
    gradient = network.gradients(start, data.inputs, data.labels).kernels[0][0]
    run = initlab.train(network, start, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng)
    different = np.unique(np.round(run.weights.kernels[0][0][0], 6))
    return {
        "gradient": float(np.linalg.norm(gradient)),
        "moved": bool(any((a != b).any() for a, b in zip(start.kernels, run.weights.kernels))),
        "units": int(len(different)),
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }
