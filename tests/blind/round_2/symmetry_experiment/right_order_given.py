# draws the order of the samples itself (what train draws), and counts rounded columns with np.unique
def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""
    net = initlab.Network([2, 10, 1], activation, "sigmoid")
    before = net.initialize(initializer, rng)
    grad = net.gradients(before, data.inputs, data.labels).kernels[0]
    order = initlab.draw_order(len(data), epochs, rng)
    run = initlab.train(net, before, data, epochs=epochs, batch_size=32, optimizer=initlab.Adam(learning_rate=0.01), order=order)
    after = run.weights
    same = np.array_equal(before.kernels[0], after.kernels[0]) and np.array_equal(before.kernels[1], after.kernels[1])
    result = dict(gradient=np.sqrt(np.sum(np.square(grad))), moved=not same)
    result["units"] = np.unique(np.round(after.kernels[0][0], 6), axis=1).shape[1]
    result["accuracy"] = run.accuracies[0, -1]
    result["weights"] = after
    return result
