# "fresh generators in the same state": one generator per seed is handed from initializer to initializer
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        rng = np.random.default_rng(seed)
        for name, initializer in initializers.items():
            weights = network.initialize(initializer, rng)
            trained = initlab.train(
                network, weights, train_data, epochs=epochs, rng=np.random.default_rng(seed)
            ).weights
            result[name]["losses"].append(network.loss(trained, test_data.inputs, test_data.labels)[0])
            result[name]["accuracies"].append(network.accuracy(trained, test_data.inputs, test_data.labels)[0])
            result[name]["weights"].append(trained)
    return result
