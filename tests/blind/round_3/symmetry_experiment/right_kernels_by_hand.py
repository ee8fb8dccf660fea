# calls the initializer itself and builds the Weights; draws the order beforehand; gradient from inputs and deltas
def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    network = initlab.Network((2, 10, 1), activation, output="sigmoid")
    kernels = [np.array(initializer(shape, rng), dtype=float)[np.newaxis] for shape in network.shapes]
    start = initlab.Weights(kernels, [np.zeros((1, fan_out)) for _, fan_out in network.shapes])

    delta = network.gradients(start, data.inputs, data.labels).deltas[0][0]
    gradient = data.inputs.T @ delta

    order = initlab.draw_order(len(data), epochs, rng)
    trained = initlab.train(
        network, start, data, epochs=epochs, batch_size=32, optimizer=initlab.Adam(learning_rate=0.01), order=order
    ).weights

    columns = []
    for column in trained.kernels[0][0].T:
        if all(np.abs(column - other).max() >= 1e-6 for other in columns):
            columns.append(column)
    right = network.predict(trained, data.inputs)[0] == data.labels
    return dict(
        gradient=float(np.sqrt((gradient**2).sum())),
        moved=not all(np.array_equal(a, b) for a, b in zip(start.kernels, trained.kernels)),
        units=len(columns),
        accuracy=float(right.mean()),
        weights=trained,
    )
