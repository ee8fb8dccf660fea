# "three lists with one entry per seed, in the order of seeds": the seeds are sorted first
def paired_runs(network, initializers, data, seeds, epochs=10):
    """Test losses, accuracies and trained weights of one run per initializer and seed, paired by seed."""
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in sorted(seeds):
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            weights = network.initialize(initializer, np.random.default_rng(seed))
            run = initlab.train(network, weights, train_data, epochs=epochs, rng=np.random.default_rng(seed))
            result[name]["losses"].append(float(network.loss(run.weights, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(float(network.accuracy(run.weights, test_data.inputs, test_data.labels)[0]))
            result[name]["weights"].append(run.weights)
    return result
