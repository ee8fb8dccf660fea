# one spawned generator per initializer and one for the order; additional entries; loss path kept
def compare_convergence(initializers, network, data, level, rng):
    order_rng, *weight_rngs = rng.spawn(1 + len(initializers))
    order = initlab.draw_order(len(data), EPOCHS, order_rng)
    answer = {}
    for child, (name, initializer) in zip(weight_rngs, initializers.items()):
        first = network.initialize(initializer, child)
        run = initlab.train(network, first, data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order, keep_path=True)
        answer[name] = dict(
            run=run,
            epochs=epochs_to_reach(run.losses[0], level),
            distinct_units=distinct_units(run.path[-1].kernels[0][0]),
            final_loss=run.losses[0, -1],
            start=first,
        )
    return answer
