# a helper with the tolerance of Part 1 (1e-6 of the largest weight); math.hypot; accuracy counted by predict
import math


def count_units(kernel):
    limit = 1e-6 * np.abs(kernel).max()
    kinds = []
    for j in range(kernel.shape[1]):
        if all((np.abs(kernel[:, j] - kernel[:, k]) > limit).any() for k in kinds):
            kinds.append(j)
    return len(kinds)


def symmetry_experiment(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    start = network.initialize(initializer, rng)
    saved = [k.copy() for k in start.kernels]
    gradient = network.gradients(start, data.inputs, data.labels).kernels[0][0]
    run = initlab.train(network, start, data, epochs=epochs, batch_size=32, optimizer=initlab.Adam(0.01), rng=rng)
    classes = network.predict(run.weights, data.inputs)[0]
    right = sum(int(c == label) for c, label in zip(classes, data.labels))
    return {
        "gradient": math.hypot(*gradient.flatten()),
        "moved": not all((a == b).all() for a, b in zip(saved, run.weights.kernels)),
        "units": count_units(run.weights.kernels[0][0]),
        "accuracy": right / len(data),
        "weights": run.weights,
    }
