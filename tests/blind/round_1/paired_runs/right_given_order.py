# the batches' order is drawn once per seed and given to every training; accuracy counted by hand from predict
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {}
    for name in initializers:
        result[name] = dict(losses=[], accuracies=[], weights=[])
    for seed in seeds:
        train_set, test_set = prepare(data, seed)
        order = initlab.draw_order(len(train_set), epochs, np.random.default_rng(seed))
        for name in initializers:
            first = network.initialize(initializers[name], np.random.default_rng(seed))
            last = initlab.train(network, first, train_set, epochs=epochs, order=order).weights
            right = network.predict(last, test_set.inputs)[0] == test_set.labels
            result[name]["weights"].append(last)
            result[name]["accuracies"].append(np.count_nonzero(right) / len(right))
            result[name]["losses"].append(float(network.loss(last, test_set.inputs, test_set.labels)[0]))
    return result
