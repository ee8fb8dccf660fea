# "epochs=epochs": always trains 10 epochs
def paired_runs(network, initializers, data, seeds, epochs=10):
    result = {}
    for name, initializer in initializers.items():
        losses, accuracies, weights = [], [], []
        for seed in seeds:
            train_data, test_data = prepare(data, seed)
            start = network.initialize(initializer, np.random.default_rng(seed))
            run = initlab.train(network, start, train_data, epochs=10, rng=np.random.default_rng(seed))
            losses.append(float(network.loss(run.weights, test_data.inputs, test_data.labels)[0]))
            accuracies.append(float(network.accuracy(run.weights, test_data.inputs, test_data.labels)[0]))
            weights.append(run.weights)
        result[name] = {"losses": losses, "accuracies": accuracies, "weights": weights}
    return result
