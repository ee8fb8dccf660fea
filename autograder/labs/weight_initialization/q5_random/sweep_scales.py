"""Q5: the scale of random weights, and what it does to the signal and the gradient in a deep network."""

import math
from collections.abc import Callable, Mapping

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.networks import weights_of
from autograder.sandbox.probes import Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points, type_name
from autograder.verdict.statistics.checks import CHECK_ALPHA, spread

SWEEP = "sweep_scales"
FLAT = 0.01
# A standard deviation over the 1,200 or more activations of a layer changes by 1 / 2400 = 0.04 % with ddof=1, which the
# task leaves open. A root mean square is far from it for ReLU and sigmoid, whose means are not 0.
DDOF = 6e-4
Number = float | np.floating
Measured = tuple[Number, Mapping[str, Number]]  # what is right, and what each mistake gives
Measure = Callable[[initlab.Network, initlab.Weights, initlab.Data], Measured]


class TestSweepScales(Grader):
    notebook, function = "part2_techniques", SWEEP

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        activations = ("tanh", "relu", "sigmoid")
        cases, steps = {}, {}
        for activation in activations:
            widths = (6, *(int(width) for width in draw.choice(np.arange(30, 45), 4, replace=False)), 3)
            scales = [float(s) for s in draw.permutation([0.02, 0.15, 0.3, 1.0]) * draw.uniform(0.8, 1.2)]
            rows = int(draw.integers(41, 60))
            inputs = draw.normal(0.3, 1, (rows, 6))
            labels = draw.integers(0, 3, rows)
            cases[activation] = (widths, scales, inputs, labels)
            steps[activation] = call(
                SWEEP,
                scales,
                library("initlab.Network", widths, activation=activation),
                library("initlab.Data", inputs, labels, tuple("abcdef"), ("0", "1", "2")),
                Rng(int(draw.integers(2**31))),
            )
            steps[f"{activation}_unpacked"] = inside("unpacked", Ref(activation))
        return Probe(given={"cases": cases}, steps=steps)

    @points(1)
    def test_weights(self, case: Case) -> None:
        """Every kernel, the output's too, is drawn with the standard deviation `scale`; biases are 0."""
        # Three networks, each with a chi-square test per scale and kernel: CHECK_ALPHA shared among 12
        # scales. Every kernel has 90 weights or more; a kernel left at std .05 or a std of scale² is off by
        # far more than the 50 % that 90 draws see with certainty, and the 900 of a hidden kernel see 20 %.
        for activation, (widths, scales, _, _) in case.given["cases"].items():
            for scale in scales:
                weights = _weights(case, activation, scale, widths)
                if any(np.any(bias != 0) for bias in weights.biases):
                    raise Wrong("The biases should start at 0; some of yours do not.", "biases not zero")
                sizes = [kernel.size for kernel in weights.kernels]
                measured = [float(np.var(kernel, ddof=1)) for kernel in weights.kernels]
                result = spread(measured, sizes, [scale] * len(sizes), CHECK_ALPHA / 12)
                if result.rejected:
                    raise Wrong(*_why_other_scale(scale, weights))

    @points(0.5)
    def test_spread(self, case: Case) -> None:
        """`spread` is the standard deviation of the last hidden layer's activations."""

        def measure(network: initlab.Network, weights: initlab.Weights, data: initlab.Data) -> Measured:
            trace = network.forward(weights, data.inputs)
            last = trace.activations[-2]
            return last.std(), {
                "the variance; its root was asked for": last.var(),
                "the root mean square; a standard deviation is about the mean": np.sqrt(np.mean(last**2)),
                "that of the pre-activations": trace.pre_activations[-2].std(),
                "that of the output layer": trace.outputs.std(),
                "that of the logits": trace.logits.std(),
                "that of the first hidden layer": trace.activations[0].std(),
                "that of the weights": weights.kernels[-2].std(),
            }

        _compare(case, "spread", "the standard deviation of the last hidden layer", measure, DDOF)

    @points(0.5)
    def test_flat(self, case: Case) -> None:
        """`flat` is the part of the last hidden layer's units and samples at which the slope is below 0.01."""

        def measure(network: initlab.Network, weights: initlab.Weights, data: initlab.Data) -> Measured:
            trace = network.forward(weights, data.inputs)
            last = trace.pre_activations[-2]

            def part(z: np.ndarray) -> float:
                return float((network.hidden.derivative(z) < FLAT).mean())

            flat = part(last)
            return flat, {
                "a percentage; a fraction was asked for": 100 * flat,
                "a count; a fraction was asked for": flat * last.size,
                "that of the first hidden layer": part(trace.pre_activations[0]),
                "the slope at the activations, not before them": part(trace.activations[-2]),
                "the slope at the output layer's logits": part(trace.logits),
                "the part of activations below 0.01, not of slopes": (trace.activations[-2] < FLAT).mean(),
                "the part that is not flat": 1 - flat,
            }

        _compare(case, "flat", "the part of slopes below 0.01 in the last hidden layer", measure)

    @points(1)
    def test_gradient(self, case: Case) -> None:
        """`gradient` is the norm of the gradient of the loss for the first layer's kernel."""

        def measure(network: initlab.Network, weights: initlab.Weights, data: initlab.Data) -> Measured:
            kernels = network.gradients(weights, data.inputs, data.labels).kernels
            first = kernels[0]
            norm = float(np.linalg.norm(first))
            others = {
                "the norm of the last kernel's gradient": np.linalg.norm(kernels[-1]),
                "the sum of squares, without the root": norm**2,
                "the mean size of an entry": np.abs(first).mean(),
                "the largest entry": np.abs(first).max(),
                "the standard deviation of the entries": first.std(),
                "a sum of sizes, not the root of the sum of squares": np.abs(first).sum(),
                "the norm over all layers": np.sqrt(sum(np.sum(k**2) for k in kernels)),
                "a norm over axes that include the replicas' axis": np.linalg.norm(np.linalg.norm(first, axis=0)),
            }
            return norm, {words: float(value) for words, value in others.items()}

        _compare(case, "gradient", "the norm of the first kernel's gradient", measure)


def _entry(case: Case, activation: str, scale: float) -> dict:
    """The student's entry for one scale, weights unpacked."""
    case.value(activation)  # says what went wrong, should there be no answer
    answer = case.value(f"{activation}_unpacked")
    result = values.entry(answer, scale, SWEEP)
    if not isinstance(result, dict):
        raise Wrong(
            f"For each scale {SWEEP} should hold a dictionary with 'spread', 'flat', 'gradient' and "
            f"'weights'; for "
            f"{scale:.3g} it holds {type_name(result)}.",
            "not a dict",
        )
    return result


def _weights(case: Case, activation: str, scale: float, widths: tuple[int, ...]) -> initlab.Weights:
    """The weights the student measured with."""
    return weights_of(values.entry(_entry(case, activation, scale), "weights", SWEEP), widths)


def _measured(case: Case):
    """Each network and scale with the student's measures of it and the weights they belong to."""
    for activation, (widths, scales, inputs, labels) in case.given["cases"].items():
        network = initlab.Network(widths, activation=activation)
        data = initlab.Data(inputs, labels, tuple("abcdef"), ("0", "1", "2"))
        for scale in scales:
            weights = _weights(case, activation, scale, widths)
            yield network, scale, _entry(case, activation, scale), weights, data


def _compare(case: Case, key: str, what: str, measure: Measure, relative: float = values.SINGLE) -> None:
    """Raises `Wrong` unless every network's entry is what `measure` says; names the mistake that explains them all."""
    asked = []
    for network, scale, result, weights, data in _measured(case):
        found = values.number(values.entry(result, key, SWEEP), f"The entry {key!r}")
        asked.append((network.hidden.name, scale, found, *measure(network, weights, data)))
    # tiny gradients and spreads are the point of the experiment: only the relative error counts
    off = [one for one in asked if not values.agree(one[2], one[3], relative, absolute=1e-250)]
    if not off:
        return
    activation, scale, found, expected, mistakes = off[0]
    # one value, such as a part of 0, may fit several mistakes
    words = next((w for w in mistakes if all(values.agree(one[2], one[4][w], relative) for one in asked)), None)
    raise Wrong(
        f"{activation}, scale {scale:.3g}: {key!r} is {found:.4g}, but {what} is {expected:.4g} "
        f"with the "
        f"weights you returned." + (f" Yours is {words}." if words else ""),
        words or f"wrong {key}",
    )


def _why_other_scale(scale: float, weights: initlab.Weights) -> tuple[str, str]:
    """A message and its key for weights whose spread is not `scale`."""
    stds = [float(kernel.std()) for kernel in weights.kernels]
    wrong = [layer for layer, std in enumerate(stds) if not 0.7 < std / scale < 1.4]
    if wrong and len(wrong) < len(stds):
        where = "the output layer's kernel" if wrong == [len(stds) - 1] else f"kernel {wrong[0] + 1} of {len(stds)}"
        return (
            f"At scale {scale:.4g}, {where} has standard deviation {stds[wrong[0]]:.4g}, while others are as "
            f"asked. "
            "The scale must reach every layer.",
            "initializer on a part only",
        )
    found = max(weights.kernels, key=np.size).std()  # of 900 weights and more: 2.4 % standard error
    told = f"At scale {scale:.4g} the weights have standard deviation {found:.4g}."
    for words, value in {
        "the square of the scale: is the variance given as std?": scale**2,
        "the root of the scale: is the scale taken for a variance?": math.sqrt(scale),
        "a uniform law's with the scale as its limit.": scale / math.sqrt(3),
        "0.05 whatever the scale: is it the default?": 0.05,
    }.items():
        if abs(found / value - 1) < 0.1:
            return f"{told} That is {words}", words
    return told, "wrong scale"
