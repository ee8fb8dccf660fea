# draws the order itself with draw_order; np.unique of rounded columns; NumPy scalars in the answer
def symmetry_experiment(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation, "sigmoid")
    before = network.initialize([initializer, initializer], rng, replicas=1)
    gradients = network.gradients(before, data.inputs, data.labels)
    order = initlab.draw_order(len(data), epochs, rng)
    run = initlab.train(network, before, data, epochs=epochs, optimizer=initlab.Adam(learning_rate=0.01), order=order)
    after = run.weights
    answer = {}
    answer["weights"] = after
    answer["accuracy"] = run.accuracies[0, -1]
    answer["units"] = np.unique(np.round(after.kernels[0][0], 6) + 0.0, axis=1).shape[1]
    answer["moved"] = np.any(after.kernels[0] != before.kernels[0]) | np.any(after.kernels[1] != before.kernels[1])
    answer["gradient"] = np.linalg.norm(gradients.kernels[0].ravel())
    return answer
