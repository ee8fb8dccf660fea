# draws all weights first, trains all afterwards, builds the entries in a third pass (train does not touch rng)
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(n=len(data), epochs=EPOCHS, rng=rng)
    starts = [network.initialize(initializers[name], rng) for name in initializers]
    settings = dict(epochs=EPOCHS, batch_size=BATCH_SIZE, optimizer=initlab.SGD(LEARNING_RATE), order=order)
    runs = [initlab.train(network, start, data, **settings) for start in starts]
    return {
        name: dict(
            run=run,
            epochs=epochs_to_reach(run.losses[0, :], level),
            distinct_units=distinct_units(run.weights.kernels[0].squeeze(axis=0)),
        )
        for name, run in zip(initializers, runs, strict=True)
    }
