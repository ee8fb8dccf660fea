"""Self-checks of question 2: what saturates, what vanishes, and the diagnosis."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

import initlab
from initlab.selfcheck.answers import as_array, is_number, said
from initlab.selfcheck.report import attempt, passed, require
from initlab.selfcheck.starts import equal, fixed, scaled


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
            is_number(result) and abs(result - expected) < 1e-9,
            f"{call} returned {said(result)}; expected {expected:g}. {why}",
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
    weights = network.initialize(fixed, rng)
    inputs, labels = rng.standard_normal((20, 3)), rng.integers(0, 2, 20)
    call = "gradient_norms(network, weights, inputs, labels)"
    result = attempt("gradient_norms", call, function, network, weights, inputs, labels)
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
    passed("gradient_norms", "one norm for each kernel's gradient, first layer first")


def diagnose(function: Callable[..., str]) -> None:
    """Checks `diagnose(network, weights, data)`."""
    rng = np.random.default_rng(6)
    inputs = rng.standard_normal((40, 12))
    data = initlab.Data(inputs, rng.integers(0, 2, 40), tuple(f"x{i}" for i in range(12)), ("a", "b"))
    good, first = scaled(1.0), "Which line of the list comes first?"
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
        ("tanh", [_zeros] * 4, "symmetric", "all weights 0", f"Its gradient vanishes too. {first}"),
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
    passed("diagnose", "right for nine clear cases")


def _twins(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Equal columns of weights that differ."""
    return np.tile(np.linspace(-0.5, 0.5, shape[0])[:, None], shape[1])


def _zeros(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    return np.zeros(shape)
