"""Self-check of question 4's experiment: what a network with equal units can learn."""

from collections.abc import Callable
from typing import Any

import numpy as np

import initlab
from initlab.selfcheck.answers import require_entries, single
from initlab.selfcheck.report import attempt, passed, require
from initlab.selfcheck.starts import standard_normal

# Of the 2-10-1 tanh network from the ramp: the first gradient, and the loss after the training
RAMP_GRADIENT, RAMP_LOSS = 0.170501, 0.544870


def symmetry_experiment(function: Callable[..., Any]) -> None:
    """Checks `symmetry_experiment(initializer, activation, data, epochs, rng)`."""
    name = "symmetry_experiment"
    data = initlab.u_shape(60, np.random.default_rng(1))

    def result(start: Callable[..., np.ndarray], said: str, activation: str, seed: int = 2) -> dict[str, Any]:
        call = f"{name}({said}, {activation!r}, data, 20, rng)"
        found = attempt(name, call, function, start, activation, data, 20, np.random.default_rng(seed))
        require_entries(found, ("gradient", "moved", "units", "accuracy", "weights"), call)
        weights = found["weights"]
        require(
            isinstance(weights, initlab.Weights),
            f"{call}: 'weights' should be the trained weights, as `initlab.train(...)` gives them in `.weights`; "
            f"it is {type(weights).__name__}.",
        )
        require(
            weights.widths == (2, 10, 1),
            f"{call}: the weights are of a network {weights.widths}; "
            "2 inputs, 10 hidden units and 1 output were asked for.",
        )
        network = initlab.Network((2, 10, 1), activation=activation, output="sigmoid")
        accuracy = network.accuracy(weights, data.inputs, data.labels)[0]
        require(
            bool(np.isclose(single(found, "accuracy"), accuracy)),
            f"{call}: 'accuracy' is {single(found, 'accuracy'):.4g}, "
            f"but the returned weights get {accuracy:.4g} of the samples right. "
            "Is it measured after the training, as a fraction?",
        )
        return found

    for activation, moves in (("relu", False), ("tanh", False), ("sigmoid", True)):
        found = result(lambda shape, rng: np.zeros(shape), "zeros", activation)
        require(
            single(found, "gradient") == 0,
            f"From zeros no gradient reaches the hidden kernel ({activation}), "
            f"but 'gradient' is {single(found, 'gradient'):.3g}. "
            "Is it the hidden layer's, taken before the training?",
        )
        require(
            single(found, "moved") == moves,
            f"From zeros with {activation}, 'moved' is {bool(single(found, 'moved'))}; it should be {moves}. "
            "Look at the numbers in the two kernels (the bias of the output may move), before and after.",
        )
        require(
            single(found, "units") == 1,
            f"From zeros all ten units stay equal ({activation}), but 'units' is {single(found, 'units'):g}. "
            "A unit's weights are one column of the hidden kernel; differences under 1e-6 are rounding.",
        )
    found = result(_ramp, "ramp", "tanh")
    require(
        single(found, "units") == 10,
        "From the ramp (weights evenly from -1 to 1) all ten units differ, "
        f"but 'units' is {single(found, 'units'):g}. "
        "A unit is a column of the hidden kernel, not a row and not a single weight.",
    )
    require(
        abs(single(found, "gradient") / RAMP_GRADIENT - 1) < 1e-4,
        f"From the ramp (weights evenly from -1 to 1) 'gradient' is {single(found, 'gradient'):.4g}; "
        f"it should be {RAMP_GRADIENT}. "
        "It is the root of the sum of squares of the hidden kernel's gradient, before the training.",
    )
    network = initlab.Network((2, 10, 1), activation="tanh", output="sigmoid")
    loss = network.loss(found["weights"], data.inputs, data.labels)[0]
    require(
        abs(loss / RAMP_LOSS - 1) < 1e-4,
        f"From the ramp, the weights after 20 epochs have the loss {loss:.4g}; it should be {RAMP_LOSS}. "
        "Are they trained with initlab.Adam(0.01), batches of 32, zero biases at the start, "
        "and `rng` for the samples' order?",
    )
    seed = 9  # the last of the 20 epochs changes the accuracy
    found = result(standard_normal, "normal", "tanh", seed)
    drawn = network.gradients(
        network.initialize(standard_normal, np.random.default_rng(seed)), data.inputs, data.labels
    )
    expected = float(np.linalg.norm(drawn.kernels[0]))
    require(
        bool(np.isclose(single(found, "gradient"), expected, rtol=1e-4)),
        f"From normal weights 'gradient' is {single(found, 'gradient'):.4g}; it should be {expected:.4g}. "
        "Are the weights the first that are drawn from `rng`?",
    )
    parted = attempt(name, f"{name}(parting, 'tanh', data, 20, rng)", function, _parting, "tanh", data, 20, _seven())
    require(
        single(parted, "units") == 3,
        "Ten hidden units that start equal and leave with three different weights part in training into three kinds; "
        f"'units' is {single(parted, 'units'):g}. Is it counted after the training?",
    )
    still = initlab.Data(np.zeros((60, 2)), np.arange(60) // 40, ("x1", "x2"), ("0", "1"))
    shared = attempt(name, f"{name}(sharing, 'tanh', data, 20, rng)", function, _sharing, "tanh", still, 20, _seven())
    require(
        single(shared, "units") == 10,
        "Where all inputs are 0 the hidden kernel stays as it starts: here with ten different units, many of which "
        f"have one weight in common, and 'units' is {single(shared, 'units'):g}. All their weights must be the same.",
    )
    require(single(shared, "moved") == 1, "There the kernel of the output moves, and 'moved' is False. One is enough.")
    few = data.take(np.arange(30))
    hidden = attempt(
        name, f"{name}(output alone, 'tanh', few, 1, rng)", function, _output_alone, "tanh", few, 1, _seven()
    )
    require(
        single(hidden, "moved") == 1,
        "From a hidden kernel of zeros and an output kernel of 0.5, the first step moves the hidden kernel alone, "
        "and 'moved' is False. One of the two kernels is enough.",
    )
    tiny = initlab.Data(np.full((30, 2), 3e-10), np.arange(30) // 26, ("x1", "x2"), ("0", "1"))
    crept = attempt(name, f"{name}(start, 'relu', tiny, 1, rng)", function, _hundredths, "relu", tiny, 1, _seven())
    require(
        single(crept, "moved") == 1,
        "With inputs of 3e-10 the kernels move by some 1e-9 in an epoch, and 'moved' is False. Any change counts.",
    )
    passed(
        name,
        "zeros: no first gradient, ReLU and tanh never move, ten units act as one",
        "a ramp: ten units, and the training that was described",
    )


def _seven() -> np.random.Generator:
    return np.random.default_rng(7)


def _hundredths(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.full(shape, 0.01)


def _output_alone(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.full(shape, 0.0 if shape[0] == 2 else 0.5)


def _parting(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.full(shape, 0.5) if shape[0] == 2 else np.resize([1.0, -1.0, 0.05], shape)


def _sharing(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.stack([np.arange(10) % 4, np.arange(10) // 4]) / 4 if shape[0] == 2 else np.full(shape, 0.5)


def _ramp(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.linspace(-1, 1, shape[0] * shape[1]).reshape(shape)
