"""Self-checks of question 3: second moments, predicted and measured, and the variance that keeps them."""

import math
from collections.abc import Callable, Sequence

import numpy as np

import initlab
from initlab.selfcheck.answers import as_array, is_number, require_untouched, said
from initlab.selfcheck.report import attempt, passed, require
from initlab.selfcheck.starts import scaled


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
        ((30, 40), 0.1, "linear", [3.0], "There is one layer."),
        ((10, 30, 5), 1e-6, "linear", [1e-5, 3e-10], "Small numbers count, too: is anything rounded?"),
    ]
    for widths, variance, kind, expected, why in cases:
        call = f'predicted_second_moments({widths}, {variance}, "{kind}")'
        result = attempt("predicted_second_moments", call, function, widths, variance, kind)
        found = as_array(result, call)
        require(
            found.shape == (len(expected),),
            f"{call} should return {len(expected)} numbers, one after each layer and none for the input; "
            f"yours has shape {found.shape}.",
        )
        require(
            bool(np.allclose(found, expected, rtol=1e-6, atol=0)),
            f"{call} returned {found.tolist()}; expected {expected}. {why}",
        )
    passed("predicted_second_moments", "linear and ReLU layers, one number after each")


def measured_second_moments(function: Callable[..., np.ndarray]) -> None:
    """Checks `measured_second_moments(network, weights, inputs)`."""
    rng = np.random.default_rng(9)
    network = initlab.Network((4, 6, 5, 3), "relu")
    weights = network.initialize(scaled(2.0), rng, replicas=7)
    inputs = rng.standard_normal((11, 4))
    call = "measured_second_moments(network, weights, inputs)"
    given = inputs.copy()
    found = as_array(attempt("measured_second_moments", call, function, network, weights, given), call)
    require_untouched(call, given, inputs)
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
        bool(np.allclose(found, expected, rtol=1e-6, atol=0)),
        f"{call}: for replica 0 you have {found[0].round(4)}; expected about {expected[0].round(4)}. {hint}",
    )
    one = network.initialize(scaled(1e-6), rng)
    found = as_array(attempt("measured_second_moments", call, function, network, one, inputs), call)
    moments = [[float(np.square(layer).mean()) for layer in network.forward(one, inputs).activations[:-1]]]
    require(
        found.shape == (1, 2) and bool(np.allclose(found, moments, rtol=1e-6, atol=0)),
        f"For one replica with tiny weights {call} returned {found.tolist()}; expected about {moments}, shape (1, 2).",
    )
    passed("measured_second_moments", "one number for each replica and hidden layer")


def steady_variance(function: Callable[[int, str], float]) -> None:
    """Checks `steady_variance(fan_in, activation)`."""
    for fan_in, kind in ((50, "linear"), (400, "linear"), (50, "relu"), (400, "relu"), (70_000, "relu")):
        call = f'steady_variance({fan_in}, "{kind}")'
        result = attempt("steady_variance", call, function, fan_in, kind)
        require(is_number(result), f"{call} should return a number; it returned {said(result)}.")
        v = float(np.asarray(result).item())
        after = fan_in * v * (0.5 if kind == "relu" else 1.0)
        require(
            math.isclose(after, 1, rel_tol=1e-6),
            f"{call} returned {v:.6g}. "
            f"With this weight variance a signal with q = 1 leaves a {kind} layer with q = {after:.6g}; "
            "it should still be 1.",
        )
    passed("steady_variance", "q stays 1 through linear and ReLU layers")
