# initializers in the alphabetical order of their names, further entries in the answer, keep_path
from collections import defaultdict


def compare_convergence(initializers, network, data, level, rng):
    answer = defaultdict(dict)
    order = initlab.draw_order(len(data), EPOCHS, rng)
    for name in sorted(initializers):
        start = network.initialize(initializers[name], rng)
        run = initlab.train(network, start, data, epochs=EPOCHS, batch_size=BATCH_SIZE,
                            optimizer=initlab.SGD(LEARNING_RATE), order=order, keep_path=True)
        entry = answer[name]
        entry["run"] = run
        entry["epochs"] = epochs_to_reach(run.losses[0], level)
        entry["distinct_units"] = distinct_units(run.path[-1].kernels[0][0])
        entry["final_loss"] = run.losses[0, -1]
        entry["distinct_units_before"] = distinct_units(start.kernels[0][0])
    return dict(answer)
