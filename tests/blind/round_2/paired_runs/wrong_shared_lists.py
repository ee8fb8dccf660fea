# "The result holds, for each name, three lists with one entry per seed": dict.fromkeys gives all names the same lists
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = dict.fromkeys(initializers, {"losses": [], "accuracies": [], "weights": []})
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            start = network.initialize(initializer, np.random.default_rng(seed))
            w = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)).weights
            result[name]["losses"].append(float(network.loss(w, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(float(network.accuracy(w, test_data.inputs, test_data.labels)[0]))
            result[name]["weights"].append(w)
    return result
