# the test set goes into train() as validation data, and the last point of its curves is the measurement
def paired_runs(network, initializers, data, seeds, epochs=10):
    sets = [prepare(data, seed) for seed in seeds]
    out = {}
    for name, initializer in initializers.items():
        runs = [
            initlab.train(
                network,
                network.initialize(initializer, np.random.default_rng(seed)),
                train_set,
                epochs=epochs,
                rng=np.random.default_rng(seed),
                validation=test_set,
            )
            for seed, (train_set, test_set) in zip(seeds, sets)
        ]
        out[name] = {
            "losses": [run.validation_losses[0, -1] for run in runs],
            "accuracies": [run.validation_accuracies[0, -1] for run in runs],
            "weights": [run.weights for run in runs],
        }
    return out
