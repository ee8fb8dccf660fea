# initializers in reversed sequence; the order passed on as nested lists; a helper with **settings
def compare_convergence(initializers, network, data, level, rng):
    settings = {
        "epochs": EPOCHS,
        "batch_size": BATCH_SIZE,
        "optimizer": initlab.SGD(learning_rate=LEARNING_RATE),
        "order": initlab.draw_order(len(data), EPOCHS, rng).tolist(),
    }

    def examine(initializer):
        run = initlab.train(network, network.initialize(initializer, rng), data, **settings)
        (curve,) = run.losses
        (first_kernel,) = run.weights.kernels[0]
        return {"distinct_units": distinct_units(first_kernel), "epochs": epochs_to_reach(curve, level), "run": run}

    results = {}
    for name in reversed(list(initializers)):
        results[name] = examine(initializers[name])
    return results
