# "how many epochs this run needed" with the loss before training as 0: leaves out the loss before training and adds 1, so never 0
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    out = {}
    for name, init in initializers.items():
        run = initlab.train(network, network.initialize(init, rng), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        needed = epochs_to_reach(run.losses[0][1:], level)
        out[name] = {"run": run, "epochs": None if needed is None else needed + 1,
                     "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
