# "to reach level" of the loss: counts the epochs until the share of errors is at the level
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    out = {}
    for name, init in initializers.items():
        run = initlab.train(network, network.initialize(init, rng), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        out[name] = {"run": run, "epochs": epochs_to_reach(1 - run.accuracies[0], level),
                     "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
