# None for a run that never gets there (epochs_to_reach): replaced by the number of epochs
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    out = {}
    for name, init in initializers.items():
        run = initlab.train(network, network.initialize(init, rng), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        needed = epochs_to_reach(run.losses[0], level)
        out[name] = {"run": run, "epochs": EPOCHS if needed is None else needed,
                     "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
