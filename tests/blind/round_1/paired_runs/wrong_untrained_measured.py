# "The trained weights are in the result's `.weights`; the `weights` you pass in are not changed": takes the passed ones for trained
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            weights = network.initialize(initializer, np.random.default_rng(seed))
            initlab.train(network, weights, train_data, epochs=epochs, rng=np.random.default_rng(seed))
            result[name]["losses"].append(network.loss(weights, test_data.inputs, test_data.labels)[0])
            result[name]["accuracies"].append(network.accuracy(weights, test_data.inputs, test_data.labels)[0])
            result[name]["weights"].append(weights)
    return result
