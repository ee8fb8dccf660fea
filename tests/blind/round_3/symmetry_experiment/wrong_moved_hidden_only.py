# "any weight of the two kernels": looks at the hidden kernel only
def symmetry_experiment(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng)
    grad = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
    run = initlab.train(network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng)
    hidden = run.weights.kernels[0]
    return {
        "gradient": float(np.linalg.norm(grad)),
        "moved": not np.array_equal(hidden, weights.kernels[0]),
        "units": np.unique(hidden[0].round(6), axis=1).shape[1],
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }
