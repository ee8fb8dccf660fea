# loops over initializers outside, a helper for one run, zip(*) to turn the runs into three lists
def _one_run(network, initializer, data, seed, epochs):
    train_set, test_set = prepare(data, seed)
    weights = network.initialize(initializer, np.random.default_rng(seed))
    weights = initlab.train(network, weights, train_set, epochs=epochs, rng=np.random.default_rng(seed)).weights
    args = (weights, test_set.inputs, test_set.labels)
    return network.loss(*args).item(), network.accuracy(*args).item(), weights


def paired_runs(network, initializers, data, seeds, epochs=10):
    table = {}
    for name in initializers:
        losses, accuracies, weights = zip(*[_one_run(network, initializers[name], data, s, epochs) for s in seeds])
        table[name] = dict(losses=list(losses), accuracies=list(accuracies), weights=list(weights))
    return table
