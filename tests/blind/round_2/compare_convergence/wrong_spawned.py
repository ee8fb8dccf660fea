# "All random numbers come from the one rng, which goes on from draw to draw": each initializer gets a child generator
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    children = rng.spawn(len(initializers))
    out = {}
    for (name, init), child in zip(initializers.items(), children):
        run = initlab.train(network, network.initialize(init, child), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        out[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                     "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
