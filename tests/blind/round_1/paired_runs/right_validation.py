# the test set goes along as validation data; its last entries are the measurement
def paired_runs(network, initializers, data, seeds, epochs=10):
    from collections import defaultdict

    found = {name: defaultdict(list) for name in initializers}
    for seed in seeds:
        train_data, test_data = prepare(data, seed)
        for name, function in initializers.items():
            run = initlab.train(
                network,
                network.initialize(function, np.random.default_rng(seed)),
                train_data,
                epochs=epochs,
                rng=np.random.default_rng(seed),
                validation=test_data,
            )
            found[name]["losses"].append(run.validation_losses[0, -1])
            found[name]["accuracies"].append(run.validation_accuracies[0, -1])
            found[name]["weights"].append(run.weights)
    return {name: {key: entry[key] for key in ("losses", "accuracies", "weights")} for name, entry in found.items()}
