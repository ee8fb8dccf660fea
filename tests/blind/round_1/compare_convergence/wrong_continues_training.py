# "for each initializer, makes new weights": from the second one on it trains the weights the run before ended with
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    results, weights = {}, None
    for name, initializer in initializers.items():
        fresh = network.initialize(initializer, rng)
        if weights is None:
            weights = fresh
        run = initlab.train(network, weights, data, epochs=EPOCHS, batch_size=BATCH_SIZE, optimizer=initlab.SGD(LEARNING_RATE), order=order)
        weights = run.weights
        results[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level), "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return results
