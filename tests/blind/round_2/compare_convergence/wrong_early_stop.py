# "EPOCHS epochs": trains again only until the level is reached, so that run is shorter and the units are counted too early
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)

    def fit(weights, epochs):
        return initlab.train(network, weights, data, epochs=epochs, batch_size=BATCH_SIZE,
                             optimizer=initlab.SGD(LEARNING_RATE), order=order[:epochs])

    out = {}
    for name, init in initializers.items():
        weights = network.initialize(init, rng)
        run = fit(weights, EPOCHS)
        epochs = epochs_to_reach(run.losses[0], level)
        if epochs is not None:
            run = fit(weights, epochs)
        out[name] = {"run": run, "epochs": epochs, "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
