"""Self-checks of question 9: advice, and its test on a network."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from initlab.network import Network
from initlab.selfcheck.answers import said, shown, single
from initlab.selfcheck.report import NotYet, attempt, passed, require
from initlab.selfcheck.starts import UNTOUCHED, untouched
from initlab.weights import Weights


def recommend(function: Callable[..., Any]) -> None:
    """Checks `recommend(activation, fan_in, fan_out, negative_slope)`."""
    cases: list[tuple[tuple[Any, ...], str, float]] = [
        (("relu", 200, 50), "he", 0.1),
        (("leaky_relu", 160, 50, 0.5), "he", 0.1),
        (("relu", 200, 50, 0.5), "he", 0.1),
        (("tanh", 150, 50), "xavier", 0.1),
        (("sigmoid", 20, 180), "xavier", 0.1),
        (("selu", 100, 300), "lecun", 0.1),
    ]
    for arguments, scheme, std in cases:
        call = f"recommend({', '.join(map(repr, arguments))})"
        advice = attempt("recommend", call, function, *arguments)
        require(
            isinstance(advice, dict) and {"scheme", "std"} <= set(advice),
            f"{call} should return a dictionary with 'scheme' and 'std'; it returned {advice!r}.",
        )
        require(
            advice["scheme"] == scheme,
            f"{call} recommends {advice['scheme']!r}. Look {arguments[0]} up in the table above; "
            "the schemes are called 'xavier', 'he' and 'lecun'.",
        )
        require(
            isinstance(advice["std"], int | float | np.number) and bool(np.isclose(advice["std"], std)),
            f"{call}: the std should be {std} here (the variance is {std**2:.3g}); yours is {advice['std']}.",
        )
    for unknown in ("rleu", "relu6"):
        _require_value_error(function, unknown)
    passed("recommend", "the published advice for five activations", "any other activation is an error")


def _require_value_error(function: Callable[..., Any], activation: str) -> None:
    call = f"recommend({activation!r}, 100, 100)"
    try:
        function(activation, 100, 100)
    except ValueError:
        return
    except Exception as error:
        raise NotYet(f"{call} raised a {type(error).__name__}; a ValueError was asked for.") from None
    raise NotYet(f"{call} gave no error, although it is none of the five activations.")


def evaluate_advice(function: Callable[..., Any]) -> None:
    """Checks `evaluate_advice(advise, activation, widths, inputs, rng, replicas)`."""
    widths, replicas = (20, 100, 60, 80, 10), 8
    inputs = np.random.default_rng(1).normal(size=(40, 20))

    def advise(activation: str, fan_in: int, fan_out: int, negative_slope: float = 0.01) -> dict[str, Any]:
        require(
            isinstance(activation, str) and activation == asked[-1],
            f"`advise` should be asked for the activation {asked[-1]!r}; it was asked for {said(activation)}.",
        )
        return {"scheme": "made up", "std": math.sqrt(4 / (fan_in + 2 * fan_out))}

    asked = ["relu"]
    call = f"evaluate_advice(advise, 'relu', {widths}, inputs, rng, replicas={replicas})"
    rng = np.random.default_rng(2)
    result = attempt("evaluate_advice", call, function, advise, "relu", widths, inputs, rng, replicas=replicas)
    for key in ("weights", "moments", "growth"):
        require(isinstance(result, dict) and key in result, f"{call} should return a dictionary with {key!r}.")
    weights = result["weights"]
    require(isinstance(weights, Weights), "'weights' should be what `network.initialize(…)` returned.")
    require(
        weights.widths == widths and weights.replicas == replicas,
        f"'weights' holds {weights.replicas} network(s) with the widths {weights.widths}; "
        f"asked for were {replicas} replicas with {widths}.",
    )
    for number, kernel in enumerate(weights.kernels, 1):
        fan_in, fan_out = kernel.shape[1:]
        std = math.sqrt(4 / (fan_in + 2 * fan_out))
        # 6,400 weights and more: the relative error of a measured std is under 0.9 %
        require(
            abs(kernel.std() / std - 1) < 0.06,
            "This self-check passes an `advise` of its own: "
            f"for layer {number} ({fan_in}, {fan_out}) it says std = {std:.4g}. "
            f"Your weights there have {kernel.std():.4g}. "
            "Is `advise` asked for every layer, with the layer's own fans?",
        )
        # of a normal law 8.9 % lie that far out, of a uniform one 1.8 %
        require(
            float(np.mean(np.abs(kernel) > 1.7 * std)) > 0.05,
            f"The weights of layer {number} have the right spread, but they are not normally distributed.",
        )
        require(
            abs(kernel.mean()) < 0.1 * std,
            f"The weights of layer {number} should lie around 0; their mean is {kernel.mean():.3g}.",
        )
    require(
        not np.array_equal(weights.kernels[0][0], weights.kernels[0][1]),
        "All replicas have the same weights. Each should be drawn on its own.",
    )
    hidden = Network(widths, "relu", "linear").forward(weights, inputs).activations[:-1]
    expected = [float(np.mean(a**2)) for a in hidden]
    moments = np.asarray(result["moments"])
    require(
        moments.shape == (len(expected),),
        f"'moments' should hold one number for each of the {len(expected)} hidden layers; "
        f"its shape is {moments.shape}.",
    )
    require(
        bool(np.allclose(moments, expected, rtol=1e-4)),
        f"The mean squares of the hidden activations are {shown(expected)}; your moments are {shown(moments)}.",
    )
    growth = single(result, "growth")
    require(
        bool(np.isclose(growth ** (len(expected) - 1), expected[-1] / expected[0], rtol=1e-3)),
        f"growth is {growth:.4g}. "
        f"From {expected[0]:.4g} to {expected[-1]:.4g} it takes {len(expected) - 1} equal factors: "
        "what is one of them?",
    )
    asked.append("tanh")
    one_output = (20, 30, 30, 1)
    call = f"evaluate_advice(advise, 'tanh', {one_output}, inputs, rng, replicas=2)"
    generators = [np.random.default_rng(seed) for seed in (3, 3, 4)]
    first, again, other = (
        attempt("evaluate_advice", call, function, advise, "tanh", one_output, inputs, generator, replicas=2)["weights"]
        for generator in generators
    )
    require(
        np.array_equal(first.vectors(), again.vectors()) and not np.array_equal(first.vectors(), other.vectors()),
        "The weights should depend on the `rng` that is given, and on nothing else that is random.",
    )
    require(not untouched(generators[0], 3), UNTOUCHED)
    passed("evaluate_advice", "follows the advice layer by layer", "moments and growth")
