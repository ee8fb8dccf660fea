# "in the order of `seeds`": the seeds are sorted first
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in sorted(set(seeds)):
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            start = network.initialize(initializer, np.random.default_rng(seed))
            w = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)).weights
            result[name]["losses"].append(network.loss(w, test_data.inputs, test_data.labels)[0])
            result[name]["accuracies"].append(network.accuracy(w, test_data.inputs, test_data.labels)[0])
            result[name]["weights"].append(w)
    return result
