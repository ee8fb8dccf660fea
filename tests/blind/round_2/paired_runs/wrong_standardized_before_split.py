# "prepare(data, seed) ... both of the training set": standardizes with all the data, then splits
def paired_runs(network, initializers, data, seeds, epochs=10):
    (scaled,) = initlab.standardize(data)
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = initlab.split(scaled, np.random.default_rng(seed))
        for name, initializer in initializers.items():
            start = network.initialize(initializer, np.random.default_rng(seed))
            w = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)).weights
            result[name]["losses"].append(float(network.loss(w, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(float(network.accuracy(w, test_data.inputs, test_data.labels)[0]))
            result[name]["weights"].append(w)
    return result
