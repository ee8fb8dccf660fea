# helper function; the settings are default values, bound when the cell runs; order as a nested list
def _train_one(network, weights, data, order, epochs=EPOCHS, batch=BATCH_SIZE, rate=LEARNING_RATE):
    return initlab.train(
        network, weights, data, epochs=epochs, batch_size=batch, optimizer=initlab.SGD(rate, momentum=0.0), order=order
    )


def compare_convergence(initializers, network, data, level, rng):
    n = len(data.labels)
    shared_order = initlab.draw_order(n, EPOCHS, rng).tolist()
    results = dict.fromkeys(initializers)
    for name in results:
        run = _train_one(network, network.initialize(initializers[name], rng), data, shared_order)
        first = np.squeeze(run.weights.kernels[0], axis=0)
        results[name] = {"distinct_units": distinct_units(first), "run": run}
        results[name]["epochs"] = epochs_to_reach(np.ravel(run.losses), level)
    return results
