"""Self-checks of Part 1: the measuring instruments and the three experiments."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

import initlab
from initlab.selfcheck.report import NotYet, attempt, outcome, passed, require

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
            f"{call} returned {_said(result)}; expected {expected}. {why}",
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
        result = outcome("epochs_to_reach", call, function, np.array(losses), level)
        right = result is None if expected is None else _is_number(result) and result == expected
        require(right, f"{call} returned {_said(result)}; expected {expected}. {why}")
    passed("epochs_to_reach", "the first epoch at or below the level", "None if there is none")


def compare_convergence(function: Callable[..., dict[str, dict[str, Any]]]) -> None:
    """Checks `compare_convergence(initializers, network, data, level, rng)`."""
    network = initlab.Network((2, 6, 1), "tanh", output="sigmoid")
    data = initlab.u_shape(60, np.random.default_rng(3))
    starts = {
        "equal": _equal,
        "same": _fixed,
        "drawn": _scaled(1.0),
        "same again": _fixed,
        "parting": _parting,
    }
    call = "compare_convergence(initializers, network, data, 0.4, rng)"

    def compare(samples: initlab.Data, seed: int) -> dict[str, Any]:
        rng = np.random.default_rng(seed)
        found = attempt("compare_convergence", call, function, dict(starts), network, samples, 0.4, rng)
        _check_comparison(found, starts)
        return found

    # on copies of one sample the order plays no part, so the losses are known
    alike = initlab.Data(np.ones((50, 2)), np.ones(50, dtype=int), ("x1", "x2"), ("a", "b"))
    plan = initlab.train(
        network,
        network.initialize(_fixed, np.random.default_rng(0)),
        alike,
        epochs=EPOCHS,
        batch_size=20,
        optimizer=initlab.SGD(0.5),
        rng=np.random.default_rng(0),
    )
    losses = compare(alike, 1)["same again"]["run"].losses
    require(
        bool(np.allclose(losses[:, 0], plan.losses[:, 0])),
        f"Before training, a run's loss was {losses[0, 0]:.4g}, but the weights of its initializer have the"
        f" loss {plan.losses[0, 0]:.4g}. Does every run start with new weights from its own initializer?",
    )
    require(
        bool(np.allclose(losses, plan.losses)),
        "The losses are not those of the training asked for. Look at batch_size and optimizer: without them, "
        "initlab.train takes others than BATCH_SIZE and SGD(LEARNING_RATE).",
    )

    results = [compare(data, seed) for seed in (1, 2)]
    first, second = ({name: entry["run"].losses for name, entry in found.items()} for found in results)
    require(
        np.allclose(first["same"], first["same again"]),
        "Two trainings from exactly the same weights had different losses, so they did not get the same"
        " batches. How often do you draw an order, and which trainings use it?",
    )
    require(
        not np.allclose(first["same"], second["same"]),
        "With another generator the losses were still the same. Is the order of the samples drawn from `rng`?",
    )
    require(
        not np.allclose(first["drawn"][:, 0], second["drawn"][:, 0]),
        "With another generator an initializer gave the same weights. Does it get `rng`?",
    )
    for name, found in results[0].items():
        reached = np.flatnonzero(first[name][0] <= 0.4)
        expected = int(reached[0]) if len(reached) else None
        truth = "never reach 0.4" if expected is None else f"reach 0.4 at epoch {expected}"
        require(
            found["epochs"] == expected,
            f"['{name}']['epochs'] is {found['epochs']!r}, but the losses of that run {truth}.",
        )
    for name, units in (("equal", 1), ("same", 6), ("parting", 6)):
        counted = results[0][name]["distinct_units"]
        hint = "Which kernel did you count, and is it the plain (fan_in, fan_out) table?"
        if name == "parting" and counted == 1:
            hint = "Before training it had 1 (its output weights differ, and drive the units apart)."
        require(
            counted == units,
            f"['{name}']['distinct_units'] is {counted!r}; the first layer has {units} different unit(s)"
            f" *after* training. {hint}",
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
            f"{call} returned {_said(result)}; expected {expected:g}. {why}",
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
        f"{call} should return 3 numbers for a network with 3 kernels, an array of shape (3,); yours has"
        f" shape {found.shape}.",
    )
    hints: dict[str, Any] = {
        "These are the means of the absolute values.": [np.mean(np.abs(k)) for k in gradients.kernels],
        "These are the squared norms: the root is missing.": expected**2,
        "These are the right numbers from the last layer to the first.": expected[::-1],
        "These are the norms of the weights, not of their gradients.": [np.linalg.norm(k) for k in weights.kernels],
        "These are the largest entries.": [np.abs(k).max() for k in gradients.kernels],
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
    good, first = _scaled(1.0), "Which line of the list comes first?"
    cases: list[tuple[str, list, str, str, str]] = [
        ("tanh", [good] * 5, "healthy", "weights of a good size", "None of lines 1 to 4 is true."),
        (
            "relu",
            [_scaled(2.0)] * 5,
            "healthy",
            "weights of a good size",
            "A unit is dead only if it is always 0.",
        ),
        ("tanh", [_equal] * 4, "symmetric", "all weights 0.5", ""),
        ("tanh", [_zeros] * 4, "symmetric", "all weights 0", f"Its gradient vanishes too. {first}"),
        (
            "tanh",
            [good, _twins, good],
            "symmetric",
            "equal units in layer 2 only",
            "Any hidden layer may be it. Do you count columns of the plain (fan_in, fan_out) table?",
        ),
        ("tanh", [_scaled(400.0)] * 5, "saturated", "weights about 20 times too large", first),
        (
            "sigmoid",
            [good, good, _scaled(1e5)],
            "healthy",
            "a large output kernel",
            "Only hidden layers count.",
        ),
        ("sigmoid", [good] * 13, "vanishing", "weights of a good size", "Which kernel does line 3 look at?"),
        ("relu", [_scaled(80.0)] * 9, "exploding", "weights about 6 times too large", first),
    ]
    for kind, initializers, expected, what, hint in cases:
        hidden = len(initializers) - 1
        network = initlab.Network((12, *[24] * hidden, 2), kind)
        weights = network.initialize(initializers, np.random.default_rng(8))
        result = attempt("diagnose", "diagnose(network, weights, data)", function, network, weights, data)
        require(
            isinstance(result, str) and result == expected,
            f"{hidden} hidden {kind} layers, {what}: diagnose returned {_said(result)}; expected {expected!r}. {hint}",
        )
    passed("diagnose", "right for nine clear cases")


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
            found.shape == (len(expected),),
            f"{call} should return {len(expected)} numbers, one after each layer and none for the input;"
            f" yours has shape {found.shape}.",
        )
        require(
            bool(np.allclose(found, expected)),
            f"{call} returned {found.round(4).tolist()}; expected {expected}. {why}",
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
    before = network.forward(weights, inputs).pre_activations[:-1]
    hints = {
        "These are variances: the mean was subtracted before squaring.": [a.var(axis=(1, 2)) for a in hidden],
        "These are roots of the second moments.": np.sqrt(expected.T),
        "These are squares of the means: square first, then take the mean.": [a.mean(axis=(1, 2)) ** 2 for a in hidden],
        "These are measured before the activation function.": [np.square(z).mean(axis=(1, 2)) for z in before],
    }
    hint = next((words for words, numbers in hints.items() if np.allclose(found.T, numbers)), "")
    require(
        bool(np.allclose(found, expected)),
        f"{call}: for replica 0 you have {found[0].round(4)}; expected about {expected[0].round(4)}. {hint}",
    )
    passed("measured_second_moments", "one number for each replica and hidden layer")


def steady_variance(function: Callable[[int, str], float]) -> None:
    """Checks `steady_variance(fan_in, activation)`."""
    for fan_in, kind in ((50, "linear"), (400, "linear"), (50, "relu"), (400, "relu")):
        call = f'steady_variance({fan_in}, "{kind}")'
        result = attempt("steady_variance", call, function, fan_in, kind)
        require(_is_number(result), f"{call} should return a number; it returned {_said(result)}.")
        after = fan_in * result * (0.5 if kind == "relu" else 1.0)
        require(
            math.isclose(after, 1, rel_tol=1e-9),
            f"{call} returned {result:.6g}. With this weight variance a signal with q = 1 leaves a {kind}"
            f" layer with q = {after:.6g}; it should still be 1.",
        )
    passed("steady_variance", "q stays 1 through linear and ReLU layers")


def _said(value: Any) -> str:
    """A student's value, short: a number without its type, an array's shape, otherwise as Python shows it."""
    if _is_number(value):
        return f"{value:.6g}"
    if isinstance(value, np.ndarray) and value.size > 4:
        return f"an array of shape {value.shape}"
    return repr(value) if len(repr(value)) < 80 else f"a {type(value).__name__}"


def _is_number(value: Any) -> bool:
    zero_dimensional = isinstance(value, np.ndarray) and value.ndim == 0
    return (isinstance(value, int | float | np.number) or zero_dimensional) and not isinstance(value, bool)


def _numbers(result: Any, call: str) -> np.ndarray:
    try:
        return np.asarray(result, dtype=float)
    except (TypeError, ValueError):
        raise NotYet(
            f"{call} should return an array with one number for each layer; it returned {_said(result)}."
        ) from None


def _equal(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.full(shape, 0.5)


def _twins(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Equal columns of weights that differ."""
    return np.tile(np.linspace(-0.5, 0.5, shape[0])[:, None], shape[1])


def _parting(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Equal columns in the first layer, which the unequal weights after them drive apart."""
    return _equal(shape, rng) if shape[0] == 2 else _fixed(shape, rng)


def _zeros(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.zeros(shape)


def _fixed(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.random.default_rng(sum(shape)).standard_normal(shape)


def _scaled(gain: float) -> Callable[[tuple[int, int], np.random.Generator], np.ndarray]:
    return lambda shape, rng: math.sqrt(gain / shape[0]) * rng.standard_normal(shape)
