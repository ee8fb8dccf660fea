# steps 1 and 2: draws all weights first and the order afterwards, so other numbers come from rng
def compare_convergence(initializers, network, data, level, rng):
    starts = {name: network.initialize(init, rng) for name, init in initializers.items()}
    order = initlab.draw_order(len(data), EPOCHS, rng)
    results = {}
    for name, weights in starts.items():
        run = initlab.train(network, weights, data, epochs=EPOCHS, batch_size=BATCH_SIZE, optimizer=initlab.SGD(LEARNING_RATE), order=order)
        results[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level), "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return results
