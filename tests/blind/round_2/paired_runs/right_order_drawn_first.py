# draws the order of the batches itself (draw_order) and gives it to every training of that seed; defaultdict
from collections import defaultdict


def paired_runs(network, initializers, data, seeds, epochs=10):
    found = defaultdict(lambda: defaultdict(list))
    for seed in list(seeds):
        new = lambda: np.random.default_rng(seed)
        train_data, test_data = prepare(data, seed)
        order = initlab.draw_order(len(train_data), epochs, new())
        for name, function in initializers.items():
            run = initlab.train(network, network.initialize(function, new()), train_data, epochs=epochs, order=order)
            trace = network.forward(run.weights, test_data.inputs)
            loss = initlab.categorical_cross_entropy(trace.logits, test_data.labels) if network.output == "softmax" else network.loss(run.weights, test_data.inputs, test_data.labels)
            hits = network.predict(run.weights, test_data.inputs)[0] == test_data.labels
            found[name]["losses"].append(float(loss[0]))
            found[name]["accuracies"].append(hits.sum() / hits.size)
            found[name]["weights"].append(run.weights)
    return {name: dict(lists) for name, lists in found.items()}
