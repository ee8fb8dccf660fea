"""Self-checks of question 5's experiment: many scales of random weights, and those that train."""

from collections.abc import Callable
from typing import Any

import numpy as np

import initlab
from initlab.selfcheck.answers import require_entries, single
from initlab.selfcheck.report import attempt, passed, require
from initlab.selfcheck.starts import UNTOUCHED, untouched


def sweep_scales(function: Callable[..., Any]) -> None:
    """Checks `sweep_scales(scales, network, data, rng)`."""
    name, scales = "sweep_scales", [0.01, 0.1, 1.0]
    draw = np.random.default_rng(1)
    data = initlab.Data(draw.normal(0, 1, (80, 20)), draw.integers(0, 3, 80), tuple("x" * 20), ("0", "1", "2"))
    network = initlab.Network((20, *[100] * 4, 3), activation="tanh")
    call = f"{name}({scales}, network, data, rng)"
    found = attempt(name, call, function, scales, network, data, np.random.default_rng(2))
    require_entries(found, scales, call)
    for scale in scales:
        require_entries(found[scale], ("spread", "flat", "gradient", "weights"), f"{call}, entry {scale}")
        weights = found[scale]["weights"]
        require(
            isinstance(weights, initlab.Weights) and weights.widths == network.widths,
            f"{call}: 'weights' of scale {scale} should be what `network.initialize` returns.",
        )
        for layer, kernel in enumerate(weights.kernels, start=1):
            # the smallest kernel has 300 weights: its standard deviation strays by 4 %, so 20 % is never bad luck
            require(
                abs(kernel.std() / scale - 1) < 0.2,
                f"At scale {scale} the kernel of layer {layer} has standard deviation {kernel.std():.3g}. "
                "Every layer should be drawn with that scale, the output layer too.",
            )
        _check_measured(found[scale], network, data, f"With tanh and scale {scale}")
    first, second = (found[scale]["weights"].vectors() / scale for scale in scales[:2])
    require(
        not np.allclose(first, second),
        "At two scales the weights are the same numbers, only multiplied. `rng` goes on from scale to scale.",
    )
    # with few samples it shows what a standard deviation is divided by, with many who takes a part of them
    few, many = data.take(np.arange(3)), data.take(np.arange(1200) % 77)
    for activation, rows in (("relu", many), ("leaky_relu", few)):
        other = initlab.Network((20, 40, 40, 3), activation=activation)
        rng = np.random.default_rng(3)
        measured = attempt(name, f"{name}([0.1], network, data, rng)", function, [0.1], other, rows, rng)[0.1]
        _check_measured(measured, other, rows, f"With {activation}, scale 0.1 and {len(rows)} samples")
        require(not untouched(rng, 3), UNTOUCHED)
    passed(
        name,
        "every layer is drawn with its scale",
        "spread, flat and gradient are those of the returned weights",
    )


def _check_measured(entry: dict[str, Any], network: initlab.Network, data: initlab.Data, where: str) -> None:
    trace = network.forward(entry["weights"], data.inputs)
    gradients = network.gradients(entry["weights"], data.inputs, data.labels)
    expected = {
        "spread": trace.activations[-2].std(),
        "flat": np.mean(network.hidden.derivative(trace.pre_activations[-2]) < 0.01),
        "gradient": np.linalg.norm(gradients.kernels[0]),
    }
    for key, value in expected.items():
        found = single(entry, key)
        require(
            np.isclose(found, value, rtol=1e-4),
            f"{where}, {key!r} is {found:.4g}; for the weights you returned it should be {value:.4g}. {HINTS[key]}",
        )


HINTS = {
    "spread": "It is the standard deviation of the activations of the last *hidden* layer, divided by their number.",
    "flat": "It is the fraction (0 to 1) of the last *hidden* layer's pre-activations where the slope is under 0.01. "
    "A slope of 0.01 is not.",
    "gradient": "It is the root of the sum of squares of the *first* kernel's gradient.",
}


def range_that_trains(function: Callable[..., Any]) -> None:
    """Checks `range_that_trains(final_losses, level)`."""
    name = "range_that_trains"
    losses = {0.1: 0.02, 0.01: 2.3, 0.3: 0.4, 0.05: 0.5, 1.0: float("nan")}
    gap = {20.0: 0.3, 5.0: 0.1, 10.0: 2.3, 400.0: 0.0}
    for table, level, expected, hint in (
        (losses, 0.45, (0.1, 0.3), "Which scales have a loss of 0.45 or less?"),
        (losses, 0.5, (0.05, 0.3), "A loss equal to the level counts, and the scales may come in any order."),
        (losses, 5.0, (0.01, 0.3), "A loss of nan is a training that exploded: it does not count."),
        (gap, 0.05, (400.0, 400.0), "One scale alone is both the smallest and the largest."),
        (gap, 0.5, (5.0, 400.0), "A scale between them need not train, and scales may be as large as you like."),
    ):
        call = f"{name}({table}, {level})"
        found = attempt(name, call, function, table, level)
        require(
            isinstance(found, tuple | list | np.ndarray) and tuple(np.ravel(found)) == expected,
            f"{call} returned {found!r}; it should be {expected}. {hint}",
        )
    try:
        nothing = function(losses, 0.001)
    except (ValueError, IndexError) as error:
        nothing = error
    require(
        nothing is None,
        f"If no loss reaches the level, {name} should return None; here that gives {nothing!r}.",
    )
    passed(name, "smallest and largest scale, in any order, with gaps or not; nan never counts; None if none trains")
