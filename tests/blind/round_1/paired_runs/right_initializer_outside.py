# initializers in the outer loop, a helper for a single run, comprehensions; plain floats
def _one_run(network, initializer, data, seed, epochs):
    train_data, test_data = prepare(data, seed)
    start = network.initialize(initializer, np.random.default_rng(seed))
    trained = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed)).weights
    x, y = test_data.inputs, test_data.labels
    return network.loss(trained, x, y).item(), network.accuracy(trained, x, y).item(), trained


def paired_runs(network, initializers, data, seeds, epochs=10):
    seeds = list(seeds)
    table = {}
    for name in initializers:
        runs = [_one_run(network, initializers[name], data, seed, epochs) for seed in seeds]
        table[name] = {key: [run[i] for run in runs] for i, key in enumerate(("losses", "accuracies", "weights"))}
    return table
