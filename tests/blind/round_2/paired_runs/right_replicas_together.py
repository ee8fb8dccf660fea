# trains all initializers of a seed at once as replicas (the same batches for all), then takes them apart
def paired_runs(network, initializers, data, seeds, epochs=10):
    names = list(initializers)
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in names}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        starts = [network.initialize(initializers[name], np.random.default_rng(seed)) for name in names]
        run = initlab.train(
            network, initlab.join(starts), train_data, epochs=epochs, rng=np.random.default_rng(seed)
        )
        losses = network.loss(run.weights, test_data.inputs, test_data.labels)
        accuracies = network.accuracy(run.weights, test_data.inputs, test_data.labels)
        for i, name in enumerate(names):
            result[name]["losses"].append(losses[i])
            result[name]["accuracies"].append(accuracies[i])
            result[name]["weights"].append(run.weights.replica(i))
    return result
