# loops over seeds outside and initializers inside, fills empty lists
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            start = network.initialize(initializer, np.random.default_rng(seed))
            run = initlab.train(network, start, train_data, epochs=epochs, rng=np.random.default_rng(seed))
            result[name]["weights"].append(run.weights)
            result[name]["losses"].append(float(network.loss(run.weights, test_data.inputs, test_data.labels)[0]))
            result[name]["accuracies"].append(
                float(network.accuracy(run.weights, test_data.inputs, test_data.labels)[0])
            )
    return result
