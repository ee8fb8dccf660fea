# "rng=np.random.default_rng(seed)" for the training: the generator of the weights is used on, so the batches depend on the initializer
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            rng = np.random.default_rng(seed)
            weights = network.initialize(initializer, rng)
            run = initlab.train(network, weights, train_data, epochs=epochs, rng=rng)
            result[name]["losses"].append(network.loss(run.weights, test_data.inputs, test_data.labels)[0])
            result[name]["accuracies"].append(network.accuracy(run.weights, test_data.inputs, test_data.labels)[0])
            result[name]["weights"].append(run.weights)
    return result
