# seeds drawn from rng give one generator for the order and one per initializer; a small class
class Experiment:
    def __init__(self, network, data, level, rng):
        self.network, self.data, self.level, self.rng = network, data, level, rng
        self.order = initlab.draw_order(len(data), EPOCHS, self.fresh())

    def fresh(self):
        return np.random.default_rng(int(self.rng.integers(2**63)))

    def __call__(self, initializer):
        weights = self.network.initialize(initializer, self.fresh())
        run = initlab.train(
            self.network,
            weights,
            self.data,
            epochs=EPOCHS,
            batch_size=BATCH_SIZE,
            optimizer=initlab.SGD(LEARNING_RATE),
            order=self.order,
        )
        return {
            "run": run,
            "epochs": epochs_to_reach(run.losses.ravel(), self.level),
            "distinct_units": distinct_units(run.weights.kernels[0].squeeze(axis=0)),
        }


def compare_convergence(initializers, network, data, level, rng):
    experiment = Experiment(network, data, level, rng)
    return {name: experiment(initializer) for name, initializer in initializers.items()}
