# "if training changed any weight of the two kernels": biases count as well, and they do move from zeros
def symmetry_experiment(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng)
    grad = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
    run = initlab.train(network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng)
    return {
        "gradient": float(np.linalg.norm(grad)),
        "moved": bool((weights.vectors() != run.weights.vectors()).any()),
        "units": len(np.unique(run.weights.kernels[0][0].round(6), axis=1)[0]),
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }
