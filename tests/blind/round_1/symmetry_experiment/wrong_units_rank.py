# "how many different hidden units": the rank of the kernel, which is never above 2
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
    return {
        "gradient": float(np.linalg.norm(gradient)),
        "moved": moved,
        "units": int(np.linalg.matrix_rank(hidden)),
        "accuracy": float(network.accuracy(run.weights, data.inputs, data.labels)[0]),
        "weights": run.weights,
    }
