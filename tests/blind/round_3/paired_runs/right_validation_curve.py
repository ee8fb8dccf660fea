# takes loss and accuracy from the validation curve of `train`, whose last entry is that of the trained weights
def paired_runs(network, initializers, data, seeds, epochs=10):
    """Test losses, accuracies and trained weights of one run per initializer and seed, paired by seed."""
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name in initializers:
            weights = network.initialize(initializers[name], np.random.default_rng(seed))
            run = initlab.train(
                network,
                weights,
                train_data,
                epochs=epochs,
                rng=np.random.default_rng(seed),
                validation=test_data,
            )
            result[name]["losses"].append(run.validation_losses[0, -1])
            result[name]["accuracies"].append(run.validation_accuracies[0, -1])
            result[name]["weights"].append(run.weights)
    return result
