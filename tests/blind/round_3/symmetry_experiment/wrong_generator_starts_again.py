# "and the same `rng`, which goes on from step 1": the training gets a copy from before step 1, so the batches repeat the weights' numbers
from copy import deepcopy


def symmetry_experiment(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    again = deepcopy(rng)
    weights = network.initialize(initializer, rng)
    grad = network.gradients(weights, data.inputs, data.labels).kernels[0][0]
    run = initlab.train(network, weights, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=again)
    moved = any((a != b).any() for a, b in zip(weights.kernels, run.weights.kernels))
    return {
        "gradient": float(np.linalg.norm(grad)),
        "moved": bool(moved),
        "units": len(np.unique(run.weights.kernels[0][0].T.round(6), axis=0)),
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }
