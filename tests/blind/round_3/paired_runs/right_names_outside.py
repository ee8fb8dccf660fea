# the loop over the names is outside, the split is made again for every name (it is the same); comprehensions
def one_run(network, initializer, data, seed, epochs):
    train_data, test_data = prepare(data, seed)
    start = network.initialize(initializer, np.random.default_rng(seed))
    end = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)).weights
    measured = [measure(end, test_data.inputs, test_data.labels).item() for measure in (network.loss, network.accuracy)]
    return (*measured, end)


def paired_runs(network, initializers, data, seeds, epochs=10):
    """Test losses, accuracies and trained weights of one run per initializer and seed, paired by seed."""
    result = {}
    for name, initializer in initializers.items():
        runs = [one_run(network, initializer, data, seed, epochs) for seed in seeds]
        result[name] = {
            "losses": [run[0] for run in runs],
            "accuracies": [run[1] for run in runs],
            "weights": [run[2] for run in runs],
        }
    return result
