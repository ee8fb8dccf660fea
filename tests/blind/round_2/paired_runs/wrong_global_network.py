# "paired_runs(network, initializers, ...)": uses the notebook's NETWORK and INITIALIZERS in place of the arguments
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in INITIALIZERS}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in INITIALIZERS.items():
            start = NETWORK.initialize(initializer, np.random.default_rng(seed))
            w = initlab.train(NETWORK, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)).weights
            result[name]["losses"].append(float(NETWORK.loss(w, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(float(NETWORK.accuracy(w, test_data.inputs, test_data.labels)[0]))
            result[name]["weights"].append(w)
    return result
