# the accuracy is read from the data given as validation set too; moved from the bytes of the kernels (with +0.0 for -0.0)
from math import hypot


def symmetry_experiment(initializer, activation, data, epochs, rng):
    """Train a 2-10-1 network from `initializer`; return gradient, moved, units, accuracy and weights."""

    def fingerprint(weights):
        return b"".join((k + 0.0).tobytes() for k in weights.kernels)

    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    weights = network.initialize(initializer, rng, replicas=1)
    before = fingerprint(weights)
    gradients = network.gradients(weights, data.inputs, data.labels).kernels[0]
    answer = {"gradient": hypot(*gradients.ravel())}
    run = initlab.train(
        network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng, validation=data
    )
    answer["moved"] = fingerprint(run.weights) != before
    answer["units"] = len({tuple(np.round(unit, 6) + 0.0) for unit in run.weights.kernels[0][0].T})
    answer["accuracy"] = run.validation_accuracies[0][-1]
    answer["weights"] = run.weights
    return answer
