# the order of the batches is drawn once per seed with draw_order (what train draws itself) and handed to all; loss by hand
def paired_runs(network, initializers, data, seeds, epochs=10):
    """Test losses, accuracies and trained weights of one run per initializer and seed, paired by seed."""
    table = {}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        order = initlab.draw_order(len(train_data), epochs, np.random.default_rng(seed))
        for name, function in initializers.items():
            weights = network.initialize(function, np.random.default_rng(seed))
            weights = initlab.train(network, weights, train_data, epochs=epochs, order=order).weights
            loss = network.loss(weights, test_data.inputs, test_data.labels)[0]
            right = network.predict(weights, test_data.inputs)[0] == test_data.labels
            row = table.setdefault(name, {"losses": [], "accuracies": [], "weights": []})
            for key, value in zip(row, (float(loss), float(np.mean(right)), weights)):
                row[key].append(value)
    return table
