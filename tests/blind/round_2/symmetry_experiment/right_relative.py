# the gradient by hand (backpropagation with NumPy); units relative to the largest weight, as in Part 1
def _count_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    differs = (np.abs(kernel[:, :, None] - kernel[:, None, :]) > limit).any(axis=0)
    return int(sum(differs[j, :j].all() for j in range(kernel.shape[1])))


def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng)
    w1, w2 = (k[0].copy() for k in weights.kernels)
    z = data.inputs @ w1
    p = 1 / (1 + np.exp(-(network.hidden(z) @ w2)))
    error = (p - data.labels.reshape(-1, 1)) / len(data)
    g1 = data.inputs.T @ ((error @ w2.T) * network.hidden.derivative(z))
    trained = initlab.train(network, weights, data, epochs=epochs, rng=rng, optimizer=initlab.Adam(0.01)).weights
    new1, new2 = trained.kernels[0][0], trained.kernels[1][0]
    return {
        "weights": trained,
        "accuracy": float(np.mean((network.forward(trained, data.inputs).logits[0, :, 0] > 0) == (data.labels == 1))),
        "units": _count_units(new1),
        "moved": bool((new1 != w1).any() or (new2 != w2).any()),
        "gradient": float((g1 * g1).sum() ** 0.5),
    }
