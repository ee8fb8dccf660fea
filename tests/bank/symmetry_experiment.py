"""Q4: answers to `symmetry_experiment`."""

import copy

import initlab
import numpy as np

from tests.bank.entry import right, wrong


def _result(network, start, data, epochs, rng, optimizer=None, batch_size=32):
    optimizer = optimizer or initlab.Adam(0.01)
    first = network.gradients(start, data.inputs, data.labels).kernels[0][0]
    run = initlab.train(network, start, data, epochs=epochs, optimizer=optimizer, rng=rng, batch_size=batch_size)
    pairs = zip(start.kernels, run.weights.kernels, strict=True)
    return {
        "gradient": float(np.linalg.norm(first)),
        "moved": any(np.any(a != b) for a, b in pairs),
        "units": len(np.unique(np.round(run.weights.kernels[0][0], 5), axis=1).T),
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }


def _start(initializer, activation, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    return network, network.initialize(initializer, rng)


@right
def as_in_the_solution(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    start = network.initialize(initializer, rng)
    first = network.gradients(start, data.inputs, data.labels).kernels[0]
    run = initlab.train(network, start, data, epochs=epochs, optimizer=initlab.Adam(0.01), rng=rng)
    pairs = zip(start.kernels, run.weights.kernels, strict=True)
    columns = np.round(run.weights.kernels[0][0], 6).T
    return {
        "gradient": float(np.sqrt(np.sum(first**2))),
        "moved": any(not np.array_equal(before, after) for before, after in pairs),
        "units": len(np.unique(columns, axis=0)),
        "accuracy": float(run.accuracies[0, -1]),
        "weights": run.weights,
    }


@right
def pairwise_columns_and_numpy_scalars(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    gradients = network.gradients(start, data.inputs, data.labels)
    run = initlab.train(
        network, start, data, epochs=epochs, optimizer=initlab.Adam(learning_rate=0.01), rng=rng, keep_path=True
    )  # fmt: skip
    kernel = run.weights.kernels[0][0]
    distance = np.abs(kernel[:, :, None] - kernel[:, None, :]).max(axis=0)
    moved = np.array([np.abs(a - b).max() for a, b in zip(start.kernels, run.weights.kernels, strict=True)])
    return {
        "weights": run.path[-1],
        "accuracy": network.accuracy(run.weights, data.inputs, data.labels),
        "units": np.int64(10 - np.tril(distance < 1e-6, -1).any(axis=1).sum()),
        "moved": np.any(moved > 0),
        "gradient": np.linalg.norm(gradients.kernels[0][0]),
        "epochs": epochs,
    }


@right
def kernels_filled_by_hand(initializer, activation, data, epochs, rng):
    network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
    kernels = (initializer((2, 10), rng)[None], initializer((10, 1), rng)[None])
    return _result(network, initlab.Weights(kernels, (np.zeros((1, 10)), np.zeros((1, 1)))), data, epochs, rng)


@wrong(
    lost=2.5,  # that they have not moved is true of them
    fails={"trains": "untrained weights", "units": "wrong number of units"},
    says="before training",
)
def untrained_weights(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    return _result(network, start, data, epochs, rng) | {"weights": start, "units": 10, "moved": False}


@wrong(lost=1.5, fails={"trains": "biases not zero"}, says="biases start at 0")
def biases_from_the_initializer_too(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    biases = tuple(np.full_like(b, k.flat[0]) for b, k in zip(start.biases, start.kernels, strict=True))
    biased = initlab.Weights(start.kernels, biases)
    return _result(network, biased, data, epochs, rng) | {"gradient": _result(network, start, data, 0, rng)["gradient"]}


@wrong(
    lost=3.5,
    fails={"trains": "wrong weights", "first_gradient": "wrong norm", "units": "wrong number of units"},
    says="initializer",
)
def output_layer_at_random(initializer, activation, data, epochs, rng):
    network, start = _start([initializer, lambda shape, rng: rng.normal(0, 0.5, shape)], activation, rng)
    result = _result(network, start, data, epochs, rng)
    zero = not np.any(start.kernels[0])
    return result | {"moved": not (zero and activation != "sigmoid" and epochs > 1)}


@wrong(lost=1.5, fails={"trains": "too few epochs"}, says="one epoch too few")
def one_epoch_too_few(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    return _result(network, start, data, epochs - 1, rng)


@wrong(lost=1.5, fails={"trains": "default learning rate"}, says="default learning rate")
def default_adam(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    return _result(network, start, data, epochs, rng, optimizer=initlab.Adam())


@wrong(
    lost=2.5,
    fails={"trains": "activation ignored", "first_gradient": "wrong norm"},
    says="whatever `activation` says",
)
def always_relu(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, "relu", rng)
    return _result(network, start, data, epochs, rng)


@wrong(lost=1, fails={"first_gradient": "another layer"}, says="output layer's gradient")
def gradient_of_the_output_layer(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    last = network.gradients(start, data.inputs, data.labels).kernels[-1]
    return _result(network, start, data, epochs, rng) | {"gradient": float(np.linalg.norm(last))}


@wrong(lost=1, fails={"first_gradient": "gradient after training"}, says="after the training")
def gradient_after_training(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    result = _result(network, start, data, epochs, rng)
    last = network.gradients(result["weights"], data.inputs, data.labels).kernels[0]
    return result | {"gradient": float(np.linalg.norm(last))}


@wrong(lost=1, fails={"first_gradient": "mean, not norm"}, says="mean size")
def mean_instead_of_norm(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    first = network.gradients(start, data.inputs, data.labels).kernels[0]
    return _result(network, start, data, epochs, rng) | {"gradient": float(np.abs(first).mean())}


@wrong(lost=0.5, fails={"moved": "bias counted as moved"}, says="bias does move")
def bias_counts_as_moved(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    result = _result(network, start, data, epochs, rng)
    return result | {"moved": not np.array_equal(start.vectors(), result["weights"].vectors())}


@wrong(lost=1, fails={"units": "different rows"}, says="rows")
def rows_for_units(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    result = _result(network, start, data, epochs, rng)
    return result | {"units": len(np.unique(np.round(result["weights"].kernels[0][0], 6), axis=0))}


@wrong(lost=1, fails={"units": "wrong number of units"}, says="has 1 different columns")
def symmetry_taken_for_a_law(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    return _result(network, start, data, epochs, rng) | {"units": 2 - int(activation != "sigmoid")}


@wrong(lost=1, fails={"units": "wrong number of units"}, says="columns")
def hard_coded_one_unit(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    return _result(network, start, data, epochs, rng) | {"units": 1}


@wrong(lost=0.5, fails={"accuracy": "percent"}, says="percentage")
def accuracy_in_percent(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    result = _result(network, start, data, epochs, rng)
    return result | {"accuracy": 100 * result["accuracy"]}


@wrong(lost=1, fails={"units": "counted on the biases"}, says="different biases")
def units_by_their_biases(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    result = _result(network, start, data, epochs, rng)
    return result | {"units": len(np.unique(np.round(result["weights"].biases[0][0], 6)))}


@wrong(lost=1, fails={"units": "wrong number of units"}, says="different columns")
def units_rounded_to_four_digits(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    result = _result(network, start, data, epochs, rng)
    return result | {"units": len(np.unique(np.round(result["weights"].kernels[0][0], 4), axis=1).T)}


def _moved(layer, combine=any):
    def answer(initializer, activation, data, epochs, rng):
        network, start = _start(initializer, activation, rng)
        result = _result(network, start, data, epochs, rng)
        pairs = list(zip(start.kernels, result["weights"].kernels, strict=True))[layer]
        return result | {"moved": combine(not np.array_equal(a, b) for a, b in pairs)}

    return answer


@wrong(lost=0.5, fails={"moved": "movement overlooked"}, says="the kernels do move")
def only_the_hidden_kernel_watched(initializer, activation, data, epochs, rng):
    return _moved(slice(0, 1))(initializer, activation, data, epochs, rng)


@wrong(lost=0.5, fails={"moved": "movement overlooked"}, says="the kernels do move")
def only_the_output_kernel_watched(initializer, activation, data, epochs, rng):
    return _moved(slice(1, 2))(initializer, activation, data, epochs, rng)


@wrong(lost=0.5, fails={"moved": "movement overlooked"}, says="the kernels do move")
def moved_only_if_both_kernels_did(initializer, activation, data, epochs, rng):
    return _moved(slice(0, 2), all)(initializer, activation, data, epochs, rng)


@wrong(lost=2.5, fails={"trains": "wrong weights", "first_gradient": "wrong norm"}, says="`rng` first for")
def weights_of_another_generator(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, np.random.default_rng(0))
    return _result(network, start, data, epochs, rng)


@wrong(lost=0.5, fails={"moved": "small movement overlooked"}, says="any change counts")
def moved_by_more_than_rounding(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    result = _result(network, start, data, epochs, rng)
    pairs = zip(start.kernels, result["weights"].kernels, strict=True)
    return result | {"moved": max(np.abs(a - b).max() for a, b in pairs) > 1e-8}


@wrong(lost=0.5, fails={"moved": "small movement overlooked"}, says="any change counts")
def moved_unless_all_are_close(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    result = _result(network, start, data, epochs, rng)
    before, after = (np.concatenate([k.ravel() for k in w.kernels]) for w in (start, result["weights"]))
    return result | {"moved": not np.isclose(before, after).all()}


def _count(kernel, same):
    kept = []
    for column in kernel.T:
        if not any(same(column, other) for other in kept):
            kept.append(column)
    return len(kept)


def _units(count):
    def answer(initializer, activation, data, epochs, rng):
        network, start = _start(initializer, activation, rng)
        result = _result(network, start, data, epochs, rng)
        return result | {"units": count(start.kernels[0][0], result["weights"].kernels[0][0])}

    return answer


@wrong(lost=1, fails={"units": "units before training"}, says="before the training")
def units_of_the_start(initializer, activation, data, epochs, rng):
    def count(first, last):
        return np.unique(first.round(6), axis=1).shape[1]

    return _units(count)(initializer, activation, data, epochs, rng)


@wrong(lost=1, fails={"units": "one shared weight is enough"}, says="share one weight")
def units_the_same_if_close_anywhere(initializer, activation, data, epochs, rng):
    def count(first, last):
        return _count(last, lambda a, b: np.isclose(a, b, rtol=0, atol=1e-6).any())

    return _units(count)(initializer, activation, data, epochs, rng)


@wrong(lost=1, fails={"units": "wrong number of units"}, says="different columns")
def units_by_their_first_weight(initializer, activation, data, epochs, rng):
    return _units(lambda first, last: len(set(last[0].round(6))))(initializer, activation, data, epochs, rng)


@wrong(lost=1, fails={"units": "wrong number of units"}, says="different columns")
def units_by_their_sum(initializer, activation, data, epochs, rng):
    return _units(lambda first, last: len(set(last.sum(axis=0).round(6))))(initializer, activation, data, epochs, rng)


@wrong(lost=1, fails={"first_gradient": "wrong norm"}, says="the root of the sum of squares")
def gradient_of_a_thousand_samples(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    first = network.gradients(start, data.inputs[:1000], data.labels[:1000]).kernels[0]
    return _result(network, start, data, epochs, rng) | {"gradient": float(np.linalg.norm(first))}


@wrong(lost=1.5, fails={"trains": "generator not moved on"}, says="had not gone on")
def a_copy_draws_and_orders(initializer, activation, data, epochs, rng):
    twin = copy.deepcopy(rng)
    network, start = _start(initializer, activation, twin)
    return _result(network, start, data, epochs, twin)


@wrong(lost=1.5, fails={"trains": "generator not moved on"}, says="had not gone on")
def a_copy_orders_the_batches(initializer, activation, data, epochs, rng):
    network, start = _start(initializer, activation, rng)
    return _result(network, start, data, epochs, copy.deepcopy(rng))
