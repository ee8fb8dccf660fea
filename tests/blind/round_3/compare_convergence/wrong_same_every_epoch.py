# "each epoch in it has its own": one permutation, repeated for all epochs
def compare_convergence(initializers, network, data, level, rng):
    order = np.tile(initlab.draw_order(len(data), 1, rng), (EPOCHS, 1))
    result = {}
    for name, initializer in initializers.items():
        weights = network.initialize(initializer, rng)
        run = initlab.train(network, weights, data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        result[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                        "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return result
