# network passes by the library, but loss gradient, accuracy, kernels and Weights by hand
def symmetry_experiment(initializer, activation, data, epochs, rng):
    net = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    w1 = np.asarray(initializer((2, 10), rng), dtype=float)
    w2 = np.asarray(initializer((10, 1), rng), dtype=float)
    start = initlab.Weights((w1[None], w2[None]), (np.zeros((1, 10)), np.zeros((1, 1))))

    x, y = data.inputs, data.labels
    trace = net.forward(start, x)
    d2 = (trace.outputs[0] - y[:, None]) / len(y)
    d1 = (d2 @ w2.T) * net.hidden.derivative(trace.pre_activations[0][0])
    g = x.T @ d1

    end = initlab.train(net, start, data, epochs=epochs, batch_size=32, optimizer=initlab.Adam(0.01), rng=rng).weights
    k1, k2 = end.kernels[0][0], end.kernels[1][0]
    same = np.abs(k1[:, :, None] - k1[:, None, :]).max(axis=0) < 1e-6
    units = sum(1 for j in range(10) if not same[j, :j].any())
    says = (net.forward(end, x).logits[0, :, 0] > 0).astype(int)
    return dict(
        gradient=np.sqrt(np.sum(g * g)),
        moved=bool((k1 != w1).any() or (k2 != w2).any()),
        units=units,
        accuracy=np.mean(says == y),
        weights=end,
    )
