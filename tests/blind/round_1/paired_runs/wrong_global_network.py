# "`paired_runs(network, initializers, data, ...)`": the notebook's NETWORK is trained, whatever network is given
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, initializer in initializers.items():
            weights = NETWORK.initialize(initializer, np.random.default_rng(seed))
            run = initlab.train(NETWORK, weights, train_data, epochs=epochs, rng=np.random.default_rng(seed))
            result[name]["losses"].append(NETWORK.loss(run.weights, test_data.inputs, test_data.labels)[0])
            result[name]["accuracies"].append(NETWORK.accuracy(run.weights, test_data.inputs, test_data.labels)[0])
            result[name]["weights"].append(run.weights)
    return result
