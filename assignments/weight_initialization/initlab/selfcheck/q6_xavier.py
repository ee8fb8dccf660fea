"""Self-check of question 6's experiment: the variances of a signal on its way forward and back."""

from collections.abc import Callable
from typing import Any

import numpy as np

from initlab.selfcheck.answers import require_row
from initlab.selfcheck.doubling import DOUBLING, SIGNS, double, tripling_second
from initlab.selfcheck.report import attempt, passed, require
from initlab.selfcheck.starts import UNTOUCHED, fixed, standard_normal, untouched


def layer_variances(function: Callable[..., Any]) -> None:
    """Checks `layer_variances(initializer, network, inputs, errors, rng)`."""
    name = "layer_variances"
    call = f"{name}(doubling, network, inputs, errors, rng)"
    inputs, errors = SIGNS[:, :4], SIGNS[:, 4:]
    found = attempt(name, call, function, double, DOUBLING, inputs, errors, np.random.default_rng(1))
    require(
        isinstance(found, tuple | list | np.ndarray) and len(found) == 2,
        f"{call} should return the pair (forward, backward); it returned a {type(found).__name__}.",
    )
    story = "Here inputs are ±1, every kernel doubles what comes in, and ReLU cuts off the negative half. "
    require_row(
        found[0],
        [4, 4, 16],
        f"{call}, forward. {story}A layer's variance is that of its *pre-activations*, before ReLU: "
        "the mean of their squared distances from their mean.",
    )
    require_row(
        found[1],
        [8, 2, 1],
        f"{call}, backward. {story}The errors at the output have variance 1; "
        "on its way back the gradient is doubled by each kernel and cut by ReLU's slope. "
        "The list starts with the first layer.",
    )
    layers = len(DOUBLING.shapes)
    forward, backward = function(tripling_second(layers), DOUBLING, inputs, errors, np.random.default_rng(1))
    require(
        np.allclose(forward, [4, 4, 16]) == np.allclose(backward, [8, 2, 1]),
        "`errors` should go back through the same weights that `inputs` went forward through. "
        f"Here the initializer doubles in its first {layers} calls and triples after them; "
        f"forward you have {np.round(forward, 4).tolist()}, backward {np.round(backward, 4).tolist()}.",
    )
    generators = [np.random.default_rng(seed) for seed in (1, 1, 2)]
    rows = [np.ravel(function(standard_normal, DOUBLING, inputs, errors, rng)[0]) for rng in generators]
    require(
        np.allclose(rows[0], rows[1]) and not np.allclose(rows[0], rows[2]),
        "The variances should depend on the `rng` that is given, and on nothing else that is random.",
    )
    require(not untouched(generators[0], 1), UNTOUCHED)
    weights = DOUBLING.initialize(fixed, np.random.default_rng(1))
    trace = DOUBLING.forward(weights, inputs)
    deltas = DOUBLING.backward(weights, trace, errors).deltas
    found = attempt(name, f"{name}(uneven, …)", function, fixed, DOUBLING, inputs, errors, np.random.default_rng(1))
    for row, values, way in zip(found, (trace.pre_activations, deltas), ("forward", "backward"), strict=True):
        expected = [round(float(np.var(each)), 6) for each in values]
        require_row(row, expected, f"{name} with weights of many sizes, {way}.")
    passed(name, "forward and backward variances, one number per layer")
