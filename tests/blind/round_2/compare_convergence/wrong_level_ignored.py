# "how many epochs this run needed to reach level": the level of the example, 0.2
def compare_convergence(initializers, network, data, level, rng):
    level = 0.2
    order = initlab.draw_order(len(data), EPOCHS, rng)
    out = {}
    for name, init in initializers.items():
        run = initlab.train(network, network.initialize(init, rng), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        out[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                     "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
