# "the trained `initlab.Weights`": the first ones
def symmetry_experiment(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng)
    gradient = network.gradients(weights, data.inputs, data.labels).kernels[0]
    run = initlab.train(
        network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng
    )
    moved = any(
        not np.array_equal(before, after)
        for before, after in zip(weights.kernels, run.weights.kernels)
    )
    hidden = run.weights.kernels[0][0]
    different = []
    for unit in hidden.T:
        if not any(np.all(np.abs(unit - other) < 1e-6) for other in different):
            different.append(unit)
    return {
        "gradient": float(np.linalg.norm(gradient)),
        "moved": moved,
        "units": len(different),
        "accuracy": float(network.accuracy(run.weights, data.inputs, data.labels)[0]),
        "weights": weights,
    }
