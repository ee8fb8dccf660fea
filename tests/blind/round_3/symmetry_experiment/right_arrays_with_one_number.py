# keeps the axis of the single network where it can: gradient and accuracy are arrays with one number, moved a NumPy bool
def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    net = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    w0 = net.initialize(initializer, rng)
    norm = np.linalg.norm(net.gradients(w0, data.inputs, data.labels).kernels[0], axis=(1, 2))
    run = initlab.train(net, w0, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng)
    kernels = zip(w0.kernels, run.weights.kernels)
    return {
        "gradient": norm,
        "moved": np.any([np.any(a != b) for a, b in kernels]),
        "units": np.unique(run.weights.kernels[0][0].round(6), axis=1).shape[1],
        "accuracy": run.accuracies[:, -1],
        "weights": run.weights,
    }
