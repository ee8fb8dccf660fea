# last initializer first, order drawn lazily after the first weights; result in the original sequence
def compare_convergence(initializers, network, data, level, rng):
    order = None
    runs = {}
    for name, make in reversed(list(initializers.items())):
        weights = network.initialize(make, rng)
        if order is None:
            order = initlab.draw_order(len(data), EPOCHS, rng)
        runs[name] = initlab.train(network, weights, data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                                   optimizer=initlab.SGD(LEARNING_RATE), order=order)

    def row(run):
        losses = run.losses[0]
        kernel = run.weights.kernels[0][0]
        return {"run": run, "epochs": epochs_to_reach(losses, level), "distinct_units": distinct_units(kernel)}

    return {name: row(runs[name]) for name in initializers}
