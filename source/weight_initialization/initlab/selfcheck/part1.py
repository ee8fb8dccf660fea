"""Self-checks of Part 1: the measuring instruments and the three experiments."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

import initlab
from initlab.selfcheck.report import NotYet, attempt, passed, require

EPOCHS = 40  # what the notebook asks every training to be


def distinct_units(function: Callable[[np.ndarray], int]) -> None:
    """Checks `distinct_units(kernel)`."""
    copies = np.array([[1.0, 2.0, 1.0, 2.0, 3.0], [3.0, 4.0, 3.0, 4.0, 5.0]])
    cases = [
        (copies, 3, "Its columns 0 and 2 agree, and so do 1 and 3. One unit is one *column*."),
        (np.array([[1.0, 2.0], [2.0, 1.0]]), 2, "The same numbers in another order are another unit."),
        (np.array([[1.0, 2.0], [1.0, 2.0]]), 2, "A unit with twice the weights is another unit."),
        (
            np.array([[1.0, 1.0], [2.0, 2.0 + 1e-9]]),
            1,
            "Its columns differ by 1e-9, far less than 1e-6 times the largest weight.",
        ),
        (
            np.array([[1e-9, 2e-9], [3e-9, 4e-9]]),
            2,
            "All its weights are tiny; the tolerance is relative to the largest of them.",
        ),
        (np.zeros((3, 4)), 1, "All units of a kernel of zeros are the same one."),
    ]
    for kernel, expected, why in cases:
        call = f"distinct_units({kernel.tolist()})"
        result = attempt("distinct_units", call, function, np.array(kernel))
        require(
            _is_number(result) and result == expected,
            f"{call} returned {result!r}; expected {expected}. {why}",
        )
    passed("distinct_units", "counts different columns", "allows for rounding, and for kernels of any size")


def epochs_to_reach(function: Callable[[np.ndarray, float], int | None]) -> None:
    """Checks `epochs_to_reach(losses, level)`."""
    cases = [
        ([0.9, 0.7, 0.3, 0.2], 0.35, 2, "losses[2] is the first that is low enough."),
        ([0.9, 0.7, 0.3, 0.2], 0.7, 1, "A loss exactly at the level counts."),
        ([0.9, 0.4, 0.8, 0.3], 0.5, 1, "That the loss rises again later does not matter."),
        ([0.3, 0.2, 0.1], 0.5, 0, "It is low enough before training, which is epoch 0."),
        ([0.9, 0.8, 0.7], 0.5, None, "It never gets there."),
    ]
    for losses, level, expected, why in cases:
        call = f"epochs_to_reach(np.array({losses}), {level})"
        try:
            result = function(np.array(losses), level)
        except NotImplementedError:
            raise NotYet(
                "epochs_to_reach still raises NotImplementedError: replace that line with your code."
            ) from None
        right = result is None if expected is None else _is_number(result) and result == expected
        require(right, f"{call} returned {result!r}; expected {expected}. {why}")
    passed("epochs_to_reach", "the first epoch at or below the level", "None if there is none")


def compare_convergence(function: Callable[..., dict[str, dict[str, Any]]]) -> None:
    """Checks `compare_convergence(initializers, network, data, level, rng)`."""
    network = initlab.Network((2, 6, 1), "tanh", output="sigmoid")
    data = initlab.u_shape(60, np.random.default_rng(3))
    starts = {"equal": _equal, "same": _fixed, "same again": _fixed}
    call = "compare_convergence(initializers, network, data, 0.4, rng)"
    results = [
        attempt(
            "compare_convergence",
            call,
            function,
            dict(starts),
            network,
            data,
            0.4,
            np.random.default_rng(seed),
        )
        for seed in (1, 2)
    ]
    for found in results:
        _check_comparison(found, starts)
    first, second = ({name: entry["run"] for name, entry in found.items()} for found in results)
    require(
        np.allclose(first["same"].losses, first["same again"].losses),
        "Two trainings from exactly the same weights had different losses, so they did not get the same batches. "
        "How often do you draw an order, and which trainings use it?",
    )
    require(
        not np.allclose(first["same"].losses, second["same"].losses),
        "With another generator the losses were still the same. Is the order of the samples drawn from `rng`?",
    )
    start = network.loss(network.initialize(_fixed, np.random.default_rng(0)), data.inputs, data.labels)
    require(
        bool(np.allclose(first["same again"].losses[0, 0], start)),
        f"Before training, a run's loss was {first['same again'].losses[0, 0]:.4g}, but the weights of its initializer "
        f"have the loss {start[0]:.4g}. Does every run start with new weights from its own initializer?",
    )
    for name, found in results[0].items():
        losses = found["run"].losses[0]
        reached = np.flatnonzero(losses <= 0.4)
        expected = int(reached[0]) if len(reached) else None
        require(
            found["epochs"] == expected,
            f"['{name}']['epochs'] is {found['epochs']!r}, but the losses of that run reach 0.4 at epoch {expected}.",
        )
    for name, units in (("equal", 1), ("same", 6)):
        found = results[0][name]["distinct_units"]
        require(
            found == units,
            f"['{name}']['distinct_units'] is {found!r}; the first layer has {units} different unit(s) after "
            "training. Which kernel did you count, and is it the plain (fan_in, fan_out) table?",
        )
    passed(
        "compare_convergence",
        "every initializer has its own run, on the same batches",
        "epochs and units agree with the runs",
    )


def _check_comparison(found: Any, starts: dict[str, Any]) -> None:
    require(
        isinstance(found, dict) and set(found) == set(starts),
        f"compare_convergence should return a dict with the names {list(starts)}; it returned "
        f"{list(found) if isinstance(found, dict) else type(found).__name__}.",
    )
    for name, entry in found.items():
        require(
            isinstance(entry, dict) and {"run", "epochs", "distinct_units"} <= set(entry),
            f"The entry {name!r} should be a dict with the keys 'run', 'epochs' and 'distinct_units'; it is "
            f"{list(entry) if isinstance(entry, dict) else type(entry).__name__}.",
        )
        run = entry["run"]
        require(
            isinstance(run, initlab.Run),
            f"['{name}']['run'] should be what initlab.train returned, a Run; it is a {type(run).__name__}.",
        )
        require(
            run.epochs == EPOCHS,
            f"['{name}']['run'] was trained for {run.epochs} epochs; the task asks for EPOCHS = {EPOCHS}.",
        )


def saturated_fraction(function: Callable[[np.ndarray, str], float]) -> None:
    """Checks `saturated_fraction(activations, kind)`."""
    tanh = np.array([[0.995, 0.2], [-0.999, 0.95], [0.5, -0.3], [0.0, 0.98]])
    sigmoid = np.array([[0.995, 0.2], [0.001, 0.95], [0.5, 0.0], [0.02, 0.98]])
    relu = np.array([[0.0, 0.0, 3.0, 0.0, 1.0], [0.0, 2.0, 0.0, 0.0, 1.0]])
    cases = [
        (tanh, "tanh", 2 / 8, "Two of the 8 values are beyond 0.99 or -0.99."),
        (sigmoid, "sigmoid", 3 / 8, "One of the 8 values is above 0.99, two are below 0.01."),
        (
            relu,
            "relu",
            2 / 5,
            "2 of the 5 units (columns) are 0 for every sample (row). A single 0 is harmless.",
        ),
    ]
    for activations, kind, expected, why in cases:
        call = f'saturated_fraction({activations.tolist()}, "{kind}")'
        result = attempt("saturated_fraction", call, function, activations.copy(), kind)
        require(
            _is_number(result) and abs(result - expected) < 1e-9,
            f"{call} returned {result!r}; expected {expected:g}. {why}",
        )
    passed(
        "saturated_fraction",
        "tanh and sigmoid: the fraction of flat values",
        "relu: the fraction of dead units",
    )


def gradient_norms(function: Callable[..., Sequence[float]]) -> None:
    """Checks `gradient_norms(network, weights, inputs, labels)`."""
    rng = np.random.default_rng(5)
    network = initlab.Network((3, 7, 5, 2), "tanh")
    weights = network.initialize(_fixed, rng)
    inputs, labels = rng.standard_normal((20, 3)), rng.integers(0, 2, 20)
    call = "gradient_norms(network, weights, inputs, labels)"
    result = attempt("gradient_norms", call, function, network, weights, inputs, labels)
    gradients = network.gradients(weights, inputs, labels)
    expected = np.array([np.linalg.norm(kernel) for kernel in gradients.kernels])
    found = _numbers(result, call)
    require(
        found.shape == (3,),
        f"{call} should return 3 numbers for a network with 3 kernels, an array of shape (3,); yours has shape {found.shape}.",
    )
    hints = {
        "These are the means of the absolute values.": [np.mean(np.abs(k)) for k in gradients.kernels],
        "These are the squared norms: the root is missing.": expected**2,
        "These are the right numbers from the last layer to the first.": expected[::-1],
        "These are the norms of the weights, not of their gradients.": [
            np.linalg.norm(k) for k in weights.kernels
        ],
        "These are the norms for the biases.": [np.linalg.norm(b) for b in gradients.biases],
        "These are the norms of gradients.deltas; look at gradients.kernels.": [
            np.linalg.norm(d) for d in gradients.deltas
        ],
    }
    hint = next((words for words, numbers in hints.items() if np.allclose(found, numbers)), "")
    require(
        bool(np.allclose(found, expected)),
        f"{call} returned {found.round(5)}; expected about {expected.round(5)}. {hint}",
    )
    passed("gradient_norms", "one norm for each kernel's gradient, first layer first")


def diagnose(function: Callable[..., str]) -> None:
    """Checks `diagnose(network, weights, data)`."""
    rng = np.random.default_rng(6)
    inputs = rng.standard_normal((40, 12))
    data = initlab.Data(inputs, rng.integers(0, 2, 40), tuple(f"x{i}" for i in range(12)), ("a", "b"))
    cases = [
        ("tanh", 4, _scaled(1.0), "healthy", "weights of a good size"),
        ("relu", 4, _scaled(2.0), "healthy", "weights of a good size"),
        ("tanh", 3, _equal, "symmetric", "all weights equal to 0.5"),
        (
            "tanh",
            3,
            _zeros,
            "symmetric",
            "all weights 0: its gradient vanishes too, but line 1 of the list comes first",
        ),
        ("tanh", 4, _scaled(400.0), "saturated", "weights about 20 times too large for tanh"),
        ("sigmoid", 12, _scaled(1.0), "vanishing", "12 hidden sigmoid layers"),
        ("relu", 8, _scaled(80.0), "exploding", "weights about 6 times too large for ReLU"),
    ]
    for kind, depth, initializer, expected, what in cases:
        network = initlab.Network((12, *[24] * depth, 2), kind)
        weights = network.initialize(initializer, np.random.default_rng(8))
        result = attempt("diagnose", "diagnose(network, weights, data)", function, network, weights, data)
        require(
            isinstance(result, str) and result == expected,
            f"A network with {depth} hidden {kind} layers and {what}: diagnose returned {result!r}; expected "
            f"{expected!r}. Go through the list from the top: which line holds first, and for which layers does it ask?",
        )
    passed("diagnose", "right for seven clear cases")


def predicted_second_moments(function: Callable[..., Sequence[float]]) -> None:
    """Checks `predicted_second_moments(widths, weight_variance, activation)`."""
    cases = [
        ((10, 20, 5), 0.3, "linear", [3.0, 18.0], "10 · 0.3 · 1, then 20 · 0.3 times that."),
        ((10, 20, 5), 0.3, "relu", [1.5, 4.5], "ReLU leaves half of the mean square in every layer."),
        (
            (8, 8, 8, 8),
            0.125,
            "linear",
            [1.0, 1.0, 1.0],
            "The input's own second moment, 1, is not part of the answer.",
        ),
    ]
    for widths, variance, kind, expected, why in cases:
        call = f'predicted_second_moments({widths}, {variance}, "{kind}")'
        result = attempt("predicted_second_moments", call, function, widths, variance, kind)
        found = _numbers(result, call)
        require(
            found.shape == (len(expected),) and np.allclose(found, expected),
            f"{call} returned {found.tolist()}; expected {expected}. {why}",
        )
    passed("predicted_second_moments", "linear and ReLU layers, one number after each")


def measured_second_moments(function: Callable[..., np.ndarray]) -> None:
    """Checks `measured_second_moments(network, weights, inputs)`."""
    rng = np.random.default_rng(9)
    network = initlab.Network((4, 6, 5, 3), "relu")
    weights = network.initialize(_scaled(2.0), rng, replicas=7)
    inputs = rng.standard_normal((11, 4))
    call = "measured_second_moments(network, weights, inputs)"
    found = _numbers(attempt("measured_second_moments", call, function, network, weights, inputs), call)
    hidden = network.forward(weights, inputs).activations[:-1]
    expected = np.array([[np.square(layer[r]).mean() for layer in hidden] for r in range(7)])
    require(
        found.shape == (7, 2),
        f"{call} should have shape (replicas, hidden layers), here (7, 2); yours has shape {found.shape}.",
    )
    variances = np.array([[layer[r].var() for layer in hidden] for r in range(7)])
    require(
        not np.allclose(found, variances),
        f"{call} returned variances. The second moment is the mean of the squares, without subtracting the mean first.",
    )
    require(
        bool(np.allclose(found, expected)),
        f"{call}: for replica 0 you have {found[0].round(4)}; expected about {expected[0].round(4)}.",
    )
    passed("measured_second_moments", "one number for each replica and hidden layer")


def steady_variance(function: Callable[[int, str], float]) -> None:
    """Checks `steady_variance(fan_in, activation)`."""
    for fan_in, kind in ((50, "linear"), (400, "linear"), (50, "relu"), (400, "relu")):
        call = f'steady_variance({fan_in}, "{kind}")'
        result = attempt("steady_variance", call, function, fan_in, kind)
        require(_is_number(result), f"{call} should return a number; it returned {result!r}.")
        after = fan_in * result * (0.5 if kind == "relu" else 1.0)
        require(
            math.isclose(after, 1, rel_tol=1e-9),
            f"{call} returned {result:.6g}. With this weight variance a signal with q = 1 leaves a {kind} layer with "
            f"q = {after:.6g}; it should still be 1.",
        )
    passed("steady_variance", "q stays 1 through linear and ReLU layers")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | np.number) and not isinstance(value, bool)


def _numbers(result: Any, call: str) -> np.ndarray:
    try:
        return np.asarray(result, dtype=float)
    except (TypeError, ValueError):
        raise NotYet(f"{call} should return an array of numbers; it returned {result!r}.") from None


def _equal(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.full(shape, 0.5)


def _zeros(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.zeros(shape)


def _fixed(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.random.default_rng(sum(shape)).standard_normal(shape)


def _scaled(gain: float) -> Callable[[tuple[int, int], np.random.Generator], np.ndarray]:
    return lambda shape, rng: math.sqrt(gain / shape[0]) * rng.standard_normal(shape)
