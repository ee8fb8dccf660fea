# "0 if it is there before training": drops losses[0], so every epoch number is one too small
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    result = {}
    for name, initializer in initializers.items():
        weights = network.initialize(initializer, rng)
        run = initlab.train(network, weights, data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        result[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0][1:], level),
                        "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return result
