# all initializers of a seed are trained at once, as replicas of one network (replicas do not touch each other)
def paired_runs(network, initializers, data, seeds, epochs=10):
    names = list(initializers)
    out = {name: {"losses": [], "accuracies": [], "weights": []} for name in names}
    if not names:
        return out
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        starts = [network.initialize(initializers[n], np.random.default_rng(seed)) for n in names]
        trained = initlab.train(
            network, initlab.join(starts), train_data, epochs=epochs, rng=np.random.default_rng(seed)
        ).weights
        losses = network.loss(trained, test_data.inputs, test_data.labels)
        accuracies = network.accuracy(trained, test_data.inputs, test_data.labels)
        for i, name in enumerate(names):
            out[name]["losses"].append(float(losses[i]))
            out[name]["accuracies"].append(float(accuracies[i]))
            out[name]["weights"].append(trained.replica(i))
    return out
