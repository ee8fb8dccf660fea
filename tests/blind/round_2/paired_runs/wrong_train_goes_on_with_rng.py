# "train(..., rng=np.random.default_rng(seed))": training goes on with the generator that drew the weights (other batches)
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            rng = np.random.default_rng(seed)
            weights = network.initialize(initializer, rng)
            trained = initlab.train(network, weights, train_data, epochs=epochs, rng=rng).weights
            result[name]["losses"].append(float(network.loss(trained, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(float(network.accuracy(trained, test_data.inputs, test_data.labels)[0]))
            result[name]["weights"].append(trained)
    return result
