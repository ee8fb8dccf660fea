"""Self-checks of question 2: what saturates, what vanishes, and the diagnosis."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

import initlab
from initlab.selfcheck.answers import as_array, is_close, require_untouched, said
from initlab.selfcheck.report import attempt, passed, require
from initlab.selfcheck.starts import equal, fixed, scaled, zeros


def saturated_fraction(function: Callable[[np.ndarray, str], float]) -> None:
    """Checks `saturated_fraction(activations, kind)`."""
    tanh = np.array([[0.995, 0.2], [-0.999, 0.95], [0.5, -0.3], [0.0, 0.98]])
    sigmoid = np.array([[0.995, 0.2], [0.001, 0.95], [0.5, 0.0], [0.02, 0.98]])
    relu = np.array([[0.0, 0.0, 3.0, 0.0, 1.0], [0.0, 2.0, 0.0, 0.0, 1.0]])
    limit = np.array([[0.99, 0.2], [0.995, 0.5], [0.6, 0.3]])
    low = np.array([[0.01, 0.2], [0.001, 0.5], [0.6, 0.3]])
    near = np.array([[0.9905, 0.9895], [0.992, 0.98], [0.00995, 0.01005]])
    small = np.array([[0.0, 0.0, 1e-9], [0.0, 3.0, 1e-9]])
    cases = [
        (tanh, "tanh", 2 / 8, "Two of the 8 values are beyond 0.99 or -0.99."),
        (sigmoid, "sigmoid", 3 / 8, "One of the 8 values is above 0.99, two are below 0.01."),
        (
            relu,
            "relu",
            2 / 5,
            "2 of the 5 units (columns) are 0 for every sample (row). A single 0 is harmless.",
        ),
        (limit, "tanh", 1 / 6, "A value of exactly 0.99 is not above 0.99."),
        (-limit, "tanh", 1 / 6, "A value of exactly -0.99 is not below -0.99."),
        (limit, "sigmoid", 1 / 6, "A value of exactly 0.99 is not above 0.99."),
        (low, "sigmoid", 1 / 6, "A value of exactly 0.01 is not below 0.01."),
        (near, "sigmoid", 3 / 6, "0.9905 and 0.992 are above 0.99, 0.00995 is below 0.01; the others are not."),
        (-near, "tanh", 2 / 6, "-0.9905 and -0.992 are below -0.99; the others are not."),
        (small, "relu", 1 / 3, "A unit that is small is not 0."),
    ]
    for activations, kind, expected, why in cases:
        call = f'saturated_fraction({activations.tolist()}, "{kind}")'
        given = activations.copy()
        result = attempt("saturated_fraction", call, function, given, kind)
        require(is_close(result, expected), f"{call} returned {said(result)}; expected {expected:g}. {why}")
        require_untouched(call, given, activations)
    passed(
        "saturated_fraction",
        "tanh and sigmoid: the fraction of flat values",
        "relu: the fraction of dead units",
    )


def gradient_norms(function: Callable[..., Sequence[float]]) -> None:
    """Checks `gradient_norms(network, weights, inputs, labels)`."""
    rng = np.random.default_rng(5)
    network = initlab.Network((3, 7, 5, 2), "tanh")
    weights = network.initialize(fixed, rng)
    inputs, labels = rng.standard_normal((60, 3)), rng.integers(0, 2, 60)
    call = "gradient_norms(network, weights, inputs, labels)"
    given = inputs.copy()
    result = attempt("gradient_norms", call, function, network, weights, given, labels)
    require_untouched(call, given, inputs)
    gradients = network.gradients(weights, inputs, labels)
    expected = np.array([np.linalg.norm(kernel) for kernel in gradients.kernels])
    found = as_array(result, call)
    require(
        found.shape == (3,),
        f"{call} should return 3 numbers for a network with 3 kernels, an array of shape (3,); "
        f"yours has shape {found.shape}.",
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
    tiny = network.initialize(scaled(1e-8), np.random.default_rng(5))
    found = as_array(attempt("gradient_norms", call, function, network, tiny, inputs, labels), call)
    expected = np.array([np.linalg.norm(kernel) for kernel in network.gradients(tiny, inputs, labels).kernels])
    require(
        found.shape == (3,) and bool(np.allclose(found, expected, rtol=1e-6, atol=0)),
        f"For a network with tiny weights {call} returned {found}; expected about {expected}. Is anything rounded?",
    )
    passed("gradient_norms", "one norm for each kernel's gradient, first layer first")


def diagnose(function: Callable[..., str]) -> None:
    """Checks `diagnose(network, weights, data)`."""
    rng = np.random.default_rng(6)
    inputs = rng.standard_normal((40, 12))
    data = initlab.Data(inputs, rng.integers(0, 2, 40), tuple(f"x{i}" for i in range(12)), ("a", "b"))
    good, first = scaled(1.0), "Which line of the list comes first?"
    any_layer, first_kernel = "Any hidden layer may be it.", "Lines 3 and 4 look at the gradient of the first kernel."
    cases: list[tuple[str, list, str, str, str]] = [
        ("tanh", [good] * 5, "healthy", "weights of a good size", "None of lines 1 to 4 is true."),
        (
            "relu",
            [scaled(2.0)] * 5,
            "healthy",
            "weights of a good size",
            "A unit is dead only if it is always 0.",
        ),
        ("tanh", [equal] * 4, "symmetric", "all weights 0.5", ""),
        ("tanh", [zeros] * 4, "symmetric", "all weights 0", f"Its gradient vanishes too. {first}"),
        (
            "tanh",
            [good, _twins, good],
            "symmetric",
            "equal units in layer 2 only",
            "Any hidden layer may be it. Do you count columns of the plain (fan_in, fan_out) table?",
        ),
        ("tanh", [scaled(400.0)] * 5, "saturated", "weights about 20 times too large", first),
        (
            "sigmoid",
            [good, good, scaled(1e5)],
            "healthy",
            "a large output kernel",
            "Only hidden layers count.",
        ),
        ("sigmoid", [good] * 13, "vanishing", "weights of a good size", "Which kernel does line 3 look at?"),
        ("relu", [scaled(80.0)] * 9, "exploding", "weights about 6 times too large", first),
        ("tanh", [_twins, good, good], "symmetric", "equal units in layer 1 only", any_layer),
        ("tanh", [good, good, _twins], "vanishing", "equal output units only", "The output layer is not hidden."),
        ("tanh", [scaled(1e5), good, good, good], "saturated", "layer 1 saturated", any_layer),
        ("tanh", [good, good, scaled(1e5), good], "saturated", "layer 3 saturated", any_layer),
        ("tanh", [scaled(1e-12), good, good], "healthy", "tiny weights in layer 1", first_kernel),
        ("tanh", [good, scaled(1e-12), good], "vanishing", "tiny weights in layer 2", first_kernel),
        ("relu", [good, scaled(1e12), good], "exploding", "huge weights in layer 2", first_kernel),
        ("relu", [good, _huge_twins, good], "symmetric", "equal units with huge weights in layer 2", first),
        (
            "tanh",
            [scaled(1e5), _twins, good],
            "symmetric",
            "layer 1 saturated, and equal units in layer 2",
            "The whole network is asked about line 1 before line 2.",
        ),
        (
            "relu",
            [good, _mostly_negative, good, good],
            "saturated",
            "two thirds of the units in layer 2 dead",
            "A unit is a column of the activations, (samples, units).",
        ),
        (
            "tanh",
            [_half_large, _tiny, good],
            "healthy",
            "exactly half of layer 1 saturated",
            "Half is not above 0.5.",
        ),
    ]
    for kind, initializers, expected, what, hint in cases:
        hidden = len(initializers) - 1
        network = initlab.Network((12, *[24] * hidden, 2), kind)
        weights = network.initialize(initializers, np.random.default_rng(8))
        result = attempt("diagnose", "diagnose(network, weights, data)", function, network, weights, data)
        require(
            isinstance(result, str) and result == expected,
            f"{hidden} hidden {kind} layers, {what}: diagnose returned {said(result)}; expected {expected!r}. {hint}",
        )
    network = initlab.Network((12, 24, 24, 2), "tanh")
    start = network.initialize(good, np.random.default_rng(8))
    for kind, norm, expected in (
        ("tanh", 0.0009, "vanishing"),
        ("tanh", 0.0011, "healthy"),
        ("relu", 900.0, "healthy"),
        ("relu", 1100.0, "exploding"),
    ):
        network = initlab.Network((12, 24, 24, 2), kind)
        weights = _with_first_norm(network, start, data, norm)
        result = attempt("diagnose", "diagnose(network, weights, data)", function, network, weights, data)
        require(
            result == expected,
            f"2 hidden {kind} layers, where the gradient of the first kernel has the norm {norm}: diagnose returned "
            f"{said(result)}; expected {expected!r}. Are the limits 0.001 and 1000?",
        )
    passed("diagnose", f"right for {len(cases) + 4} cases")


def _with_first_norm(
    network: initlab.Network, weights: initlab.Weights, data: initlab.Data, norm: float
) -> initlab.Weights:
    """The weights with the second kernel scaled until the first one's gradient has about this norm."""
    for _ in range(20):  # it grows nearly in proportion to the second kernel
        found = np.linalg.norm(network.gradients(weights, data.inputs, data.labels).kernels[0])
        first, second, *rest = weights.kernels
        weights = initlab.Weights((first, second * (norm / found), *rest), weights.biases)
    return weights


def _twins(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Equal columns of weights that differ."""
    return np.tile(np.linspace(-0.5, 0.5, shape[0])[:, None], shape[1])


def _half_large(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Columns of which half are far too large, the others too small to saturate."""
    return fixed(shape, rng) * np.where(np.arange(shape[1]) % 2, 1e9, 1e-2)


def _mostly_negative(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Columns of which two thirds are negative: what comes in from ReLU never makes them positive."""
    weights = scaled(6.0)(shape, rng)
    return np.where(np.arange(shape[1]) % 3, -np.abs(weights), weights)


def _huge_twins(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return 1e6 * _twins(shape, rng)


def _tiny(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return 0.1 * scaled(1.0)(shape, rng)
