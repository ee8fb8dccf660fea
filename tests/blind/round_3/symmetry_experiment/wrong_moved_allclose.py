# "however little": np.allclose overlooks moves below 1e-8
def symmetry_experiment(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng)
    grad = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
    run = initlab.train(network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng)
    same = all(np.allclose(a, b) for a, b in zip(weights.kernels, run.weights.kernels))
    return {
        "gradient": np.sqrt((grad**2).sum()),
        "moved": not same,
        "units": np.unique(run.weights.kernels[0][0].round(6), axis=1).shape[1],
        "accuracy": run.accuracies[0, -1],
        "weights": run.weights,
    }
