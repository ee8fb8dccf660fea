# "network.accuracy measures it": the list of accuracies holds percent, in another unit than 0 to 1
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            start = network.initialize(initializer, np.random.default_rng(seed))
            w = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)).weights
            loss = network.loss(w, test_data.inputs, test_data.labels)[0]
            accuracy = network.accuracy(w, test_data.inputs, test_data.labels)[0]
            result[name]["losses"].append(float(loss))
            result[name]["accuracies"].append(round(100 * float(accuracy), 1))
            result[name]["weights"].append(w)
    return result
