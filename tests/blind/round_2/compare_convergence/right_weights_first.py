# all weights are drawn before the order; comprehensions; one optimizer for all
def compare_convergence(initializers, network, data, level, rng):
    starts = {name: network.initialize(f, rng) for name, f in initializers.items()}
    order = initlab.draw_order(len(data), EPOCHS, rng)
    sgd = initlab.SGD(learning_rate=LEARNING_RATE)
    runs = {
        name: initlab.train(network, w, data, epochs=EPOCHS, batch_size=BATCH_SIZE, optimizer=sgd, order=order)
        for name, w in starts.items()
    }
    return {
        name: dict(
            run=run,
            epochs=epochs_to_reach(run.losses[0, :], level),
            distinct_units=distinct_units(run.weights.kernels[0][0]),
        )
        for name, run in runs.items()
    }
