# two passes: all weights are drawn first, then the order, then everything is trained
def compare_convergence(initializers, network, data, level, rng):
    starts = {name: network.initialize(init, rng) for name, init in initializers.items()}
    order = initlab.draw_order(len(data), EPOCHS, rng)
    runs = {
        name: initlab.train(network, start, data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        for name, start in starts.items()
    }
    return {
        name: {
            "run": run,
            "epochs": epochs_to_reach(run.losses[0], level),
            "distinct_units": distinct_units(run.weights.kernels[0][0]),
        }
        for name, run in runs.items()
    }
