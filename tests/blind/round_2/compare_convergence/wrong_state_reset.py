# "do not set it back": the state of the generator is set back before each initializer, so that all "get the same luck"
def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    state = rng.bit_generator.state
    out = {}
    for name, init in initializers.items():
        rng.bit_generator.state = state
        run = initlab.train(network, network.initialize(init, rng), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        out[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                     "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
