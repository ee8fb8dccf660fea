# joins the starts of all initializers into one set of replicas and trains them together, then takes them apart again
def paired_runs(network, initializers, data, seeds, epochs=10):
    """Test losses, accuracies and trained weights of one run per initializer and seed, paired by seed."""
    names = list(initializers)
    result = {name: dict(losses=[], accuracies=[], weights=[]) for name in names}
    for seed in seeds:
        train_set, test_set = prepare(data, seed)
        starts = [network.initialize(initializers[name], np.random.default_rng(seed)) for name in names]
        trained = initlab.train(
            network, initlab.join(starts), train_set, epochs=epochs, rng=np.random.default_rng(seed)
        ).weights
        losses = network.loss(trained, test_set.inputs, test_set.labels)
        accuracies = network.accuracy(trained, test_set.inputs, test_set.labels)
        for r, name in enumerate(names):
            result[name]["losses"].append(float(losses[r]))
            result[name]["accuracies"].append(float(accuracies[r]))
            result[name]["weights"].append(trained.replica(r))
    return result
