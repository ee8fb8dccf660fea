# also keeps the path (first-kernel taken from its end), OrderedDict as outer dict, numbers as NumPy integers
from collections import OrderedDict


def compare_convergence(initializers, network, data, level, rng):
    out = OrderedDict()
    the_order = initlab.draw_order(len(data), EPOCHS, rng)
    sgd = initlab.SGD(LEARNING_RATE)
    for item in initializers.items():
        run = initlab.train(
            network, network.initialize(item[1], rng), data, epochs=EPOCHS, batch_size=BATCH_SIZE,
            optimizer=sgd, order=the_order, keep_path=True,
        )
        out[item[0]] = {}
        out[item[0]]["run"] = run
        out[item[0]]["epochs"] = epochs_to_reach(run.losses[0], level)
        out[item[0]]["distinct_units"] = np.int64(distinct_units(run.path[-1].kernels[0][0]))
    return out
