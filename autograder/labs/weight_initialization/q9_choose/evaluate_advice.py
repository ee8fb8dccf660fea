"""Question 9, the test of advice: do the networks follow it, and are they measured rightly?"""

import math
from itertools import pairwise
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.q9_choose.recommend import NAMES, STDS
from autograder.sandbox.probes import Ref, Rng, call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.statistics.checks import CHECK_ALPHA, is_lopsided, spread
from autograder.verdict.values import agree, array_of, entry, first_match, number

REPLICAS = 4


class TestEvaluateAdvice(Grader):
    notebook, function = "part3_applying", "evaluate_advice"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """An advice that nobody else gives, so that one has to ask it; layers of very different width."""
        widths = tuple(int(draw.integers(n, n + 10)) for n in (40, 110, 50, 130, 70, 25))
        inputs = draw.normal(0.4, 1.2, (30, widths[0]))
        gain, tilt = float(draw.uniform(1.5, 2.5)), float(draw.uniform(2.5, 3.5))
        steps: dict[str, Any] = {}
        given: dict[str, Any] = {"widths": widths, "inputs": inputs, "gain": gain, "tilt": tilt}
        steps["advice"] = inside("odd_advice", gain, tilt)
        for step, activation in {"tanh": "tanh", "relu": "relu"}.items():
            steps[f"{step} rng"] = Rng(int(draw.integers(2**31)))
            arguments = (Ref("advice"), activation, widths, inputs, Ref(f"{step} rng"))
            steps[step] = call("evaluate_advice", *arguments, replicas=REPLICAS)
            steps[f"{step} plain"] = inside("unpacked", Ref(step))
        return Probe(steps, given)

    @points(0.5)
    def test_weights(self, case: Case) -> None:
        """The advice is followed in every layer, with the layer's own fans.

        False-fail probability 1e-9, a quarter of it for each network's spread (chi-square, see `checks.spread`) and
        a quarter for each one's centre (Hoeffding's inequality, see `checks.is_lopsided`). Power: each
        known mistake changes some layer's std by a sixth or more; the smallest layer has 7,000 weights, so that is
        19 standard errors (.707 / sqrt(7000) = .85 %).
        """
        for activation in ("tanh", "relu"):
            weights = returned_weights(case, activation)
            shapes = list(pairwise(case.given["widths"]))
            expect_stds(case, activation, weights, shapes)
            if is_lopsided(np.concatenate([kernel.ravel() for kernel in weights.kernels]), CHECK_ALPHA / 4):
                raise Wrong("The weights are not centred on 0; the advice names their spread only.", "shifted mean")
            if any(np.any(bias) for bias in weights.biases):
                raise Wrong("The biases should start at 0; `Network.initialize` sees to that.", "bias not zero")
            if agree(weights.kernels[0][0], weights.kernels[0][1]):
                raise Wrong(
                    "All replicas have the same weights; each should be drawn on its own.",
                    "same seed for all runs",
                )

    @points(0.5)
    def test_moments(self, case: Case) -> None:
        """The moments are the mean squares of the hidden layers' activations."""
        for activation in ("tanh", "relu"):
            trace, hidden = traced(case, activation)
            found = entry(case.value(activation), "moments", "evaluate_advice")
            if isinstance(found, list | tuple) and len(found) == len(hidden) + 1:
                raise wrong_length(found, trace, hidden)
            moments = array_of(found, (len(hidden),), "moments", "one number per hidden layer")
            if agree(moments, [np.mean(a**2) for a in hidden], 1e-5):
                continue
            first = [a[0] for a in hidden]
            before = [z for z in trace.pre_activations[:-1]]
            mistakes = [
                (
                    "the variances: the mean is taken off first, but a signal's mean is part of it",
                    [a.var() for a in hidden],
                ),
                ("the standard deviations, not the mean squares", [a.std() for a in hidden]),
                ("the roots of the mean squares", [np.sqrt(np.mean(a**2)) for a in hidden]),
                ("the mean sizes |a|, not the mean squares", [np.abs(a).mean() for a in hidden]),
                ("the plain means, not the mean squares", [a.mean() for a in hidden]),
                (
                    "the mean squares of the pre-activations, before the activation function",
                    [np.mean(z**2) for z in before],
                ),
                ("the mean squares of the first replica alone", [np.mean(a**2) for a in first]),
                (
                    "sums of squares over the units, not means",
                    [np.mean(np.sum(a**2, axis=-1)) for a in hidden],
                ),
                (
                    "those of the layers above, from the input on",
                    [np.mean(a**2) for a in (trace.inputs, *hidden[:-1])],
                ),
                (
                    "those of the last layers, the output included",
                    [np.mean(a**2) for a in trace.activations[1:]],
                ),
            ]
            words = first_match(moments, mistakes, 1e-5)
            raise Wrong(
                f"For {activation} the returned weights give the mean squares"
                f" {shown([np.mean(a**2) for a in hidden])} in the hidden layers; your moments are"
                f" {shown(moments)}." + (f" These are {words}." if words else ""),
                "wrong quantity measured",
            )

    @points(0.5)
    @needs("test_moments")
    def test_growth(self, case: Case) -> None:
        """The growth is the factor per layer that leads from the first moment to the last."""
        for activation in ("tanh", "relu"):
            _, hidden = traced(case, activation)
            q = [float(np.mean(a**2)) for a in hidden]
            steps, ratio = len(q) - 1, q[-1] / q[0] if q[0] else 0.0
            if not 0 < ratio < math.inf:
                raise Wrong(
                    f"The signal is {q[0]:.3g} in the first hidden layer and {q[-1]:.3g} in the last: no "
                    f"factor per"
                    " layer leads from one to the other. Do the weights follow the advice?",
                    "no signal",
                )
            found = number(entry(case.value(activation), "growth", "evaluate_advice"), "growth")
            if agree(found, ratio ** (1 / steps), 1e-5):
                continue
            factors = np.array(q[1:]) / np.array(q[:-1])
            mistakes = [
                ("the factor of the whole way, not of one layer", ratio),
                ("the whole factor divided by the number of steps; factors multiply", ratio / steps),
                (
                    f"the root for {steps + 1} steps; between {steps + 1} layers there are {steps}",
                    ratio ** (1 / (steps + 1)),
                ),
                (
                    "the arithmetic mean of the layers' factors; factors multiply, so that is not the typical one",
                    factors.mean(),
                ),
                ("turned round: first over last", (1 / ratio) ** (1 / steps)),
                ("a logarithm of the factor", math.log(ratio) / steps),
                ("a logarithm of the factor", math.log2(ratio) / steps),
                ("the growth of the amplitude, the root of this one", ratio ** (0.5 / steps)),
            ]
            words = first_match(found, mistakes, 1e-5)
            raise Wrong(
                f"growth is {found:.5g}; applied {steps} times to the first moment {q[0]:.4g} it should give"
                " the last,"
                f" {q[-1]:.4g}." + (f" It is {words}." if words else ""),
                "wrong growth",
            )


def returned_weights(case: Case, step: str) -> initlab.Weights:
    """The networks that were measured. Raises `Wrong` unless they have the form asked for."""
    entry(case.value(step), "weights", "evaluate_advice")
    found = entry(case.value(f"{step} plain"), "weights", "evaluate_advice")
    try:
        weights = initlab.Weights(found["kernels"], found["biases"])
        arrays = (*weights.kernels, *weights.biases)
        good = all(array.dtype.kind == "f" and np.isfinite(array).all() for array in arrays)
        widths, replicas = weights.widths, weights.replicas
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise Wrong("'weights' should be the `Weights` that `Network.initialize` returned.", "not weights") from None
    if not good:
        raise Wrong("'weights' holds values that are no finite floats (nan, inf, integers).", "not finite")
    if widths != case.given["widths"] or replicas != REPLICAS:
        raise Wrong(
            f"'weights' should be {REPLICAS} networks with the widths {case.given['widths']} asked for; they"
            f" are {replicas} with {widths}.",
            "wrong architecture",
        )
    return weights


def traced(case: Case, step: str) -> tuple[initlab.Trace, tuple[np.ndarray, ...]]:
    """A forward pass with the returned weights, and its hidden activations."""
    network = initlab.Network(case.given["widths"], step, "linear")
    trace = network.forward(returned_weights(case, step).astype(np.float64), case.given["inputs"])
    return trace, trace.activations[:-1]


def odd_std(case: Case, activation: str, fan_in: int, fan_out: int) -> float:
    """What `odd_advice` says."""
    gain, tilt = case.given["gain"], case.given["tilt"]
    return math.sqrt((2 if activation == "tanh" else 1) * gain / (fan_in + tilt * fan_out))


def expect_stds(case: Case, activation: str, weights: initlab.Weights, shapes: list[tuple[int, int]]) -> None:
    """Raises `Wrong` unless each layer's weights have the std that the advice gives for its fans."""
    measured = [float(kernel.std()) for kernel in weights.kernels]
    sizes = [kernel.size for kernel in weights.kernels]
    expected = [odd_std(case, activation, *shape) for shape in shapes]
    tested = spread([float(kernel.var(ddof=1)) for kernel in weights.kernels], sizes, expected, CHECK_ALPHA / 4)
    if not tested.rejected:
        return
    layer = tested.worst
    other = "relu" if activation == "tanh" else "tanh"
    rivals: list[tuple[str, str, list[float]]] = [
        (
            "fans exchanged",
            "the advice for fan_in and fan_out exchanged",
            [odd_std(case, activation, b, a) for a, b in shapes],
        ),
        ("one scale for all layers", "the first layer's advice in every layer", [expected[0]] * len(shapes)),
        (
            "variance as std",
            "the square of the advised std: what `rng.normal` takes is the std",
            [e**2 for e in expected],
        ),
        ("root of the scale", "the root of the advised std", [math.sqrt(e) for e in expected]),
        ("std as limit", "a uniform law with the std as its limit", [e / math.sqrt(3) for e in expected]),
        ("argument ignored", f"the advice for {other}", [odd_std(case, other, *s) for s in shapes]),
        ("no scale", "standard normal: the advice is not used", [1.0] * len(shapes)),
    ]
    rivals += [
        (
            "advice not asked",
            f"{NAMES[key]} law, not the law of the `advise` that was passed",
            [law(a, b, 0) for a, b in shapes],
        )
        for key, law in STDS.items()
    ]
    for key, words, stds in rivals:
        # for words only: 4 % are 5 standard errors of the smallest layer
        if agree(measured, stds, 0.04):
            raise Wrong(f"evaluate_advice with {activation}: the weights follow {words}.", key)
    raise Wrong(
        f"evaluate_advice with {activation}: kernel {shapes[layer]} has standard deviation"
        f" {measured[layer]:.4g}; advise({activation!r}, {shapes[layer][0]}, {shapes[layer][1]}) gives"
        f" {expected[layer]:.4g}.",
        "advice not followed",
    )


def wrong_length(found: Any, trace: initlab.Trace, hidden: tuple[np.ndarray, ...]) -> Wrong:
    """One moment too many: is it the output's or the input's?"""
    extra = ""
    if agree(number(found[-1], "moments"), np.mean(trace.outputs**2), 1e-5):
        extra = " The last one is the output layer's: it is not hidden, leave it out."
    elif agree(number(found[0], "moments"), np.mean(trace.inputs**2), 1e-5):
        extra = " The first one is that of the inputs: leave it out."
    return Wrong(f"moments holds {len(found)} numbers; there are {len(hidden)} hidden layers.{extra}", "wrong length")


def shown(values: Any) -> str:
    """Numbers in a message."""
    return ", ".join(f"{float(value):.4g}" for value in values)
