# "rng=np.random.default_rng(seed) trains it": the generator of the weights goes on into the training, so the batches are not the same for zeros and He
def paired_runs(network, initializers, data, seeds, epochs=10):
    """Test losses, accuracies and trained weights of one run per initializer and seed, paired by seed."""
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            rng = np.random.default_rng(seed)
            weights = network.initialize(initializer, rng)
            run = initlab.train(network, weights, train_data, epochs=epochs, rng=rng)
            result[name]["losses"].append(float(network.loss(run.weights, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(float(network.accuracy(run.weights, test_data.inputs, test_data.labels)[0]))
            result[name]["weights"].append(run.weights)
    return result
