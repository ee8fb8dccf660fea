# "with the optimizer initlab.Adam(0.01)": the default of train, whose learning rate is 0.001
def symmetry_experiment(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng)
    grad = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
    run = initlab.train(network, weights, data, epochs=epochs, rng=rng)
    moved = any((a != b).any() for a, b in zip(weights.kernels, run.weights.kernels))
    return {
        "gradient": float(np.linalg.norm(grad)),
        "moved": bool(moved),
        "units": len(np.unique(run.weights.kernels[0][0].T.round(6), axis=0)),
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }
