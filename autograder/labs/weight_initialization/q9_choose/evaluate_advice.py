"""Question 9, the test of advice: do the networks follow it, and are they measured rightly?"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.initializers.laws import Kernel
from autograder.labs.weight_initialization.inside.arguments import odd_advice
from autograder.labs.weight_initialization.q9_choose.recommend import LAWS, WHOSE
from autograder.sandbox.probes import Ref, Rng, call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, expect, explains
from autograder.verdict.statistics import tails
from autograder.verdict.statistics.checks import CHECK_ALPHA, is_lopsided, spread
from autograder.verdict.statistics.families import ROOT_3, UNIFORM
from autograder.verdict.values import agree, array_of, entry, number

ACTIVATIONS = ("tanh", "relu")
REPLICAS = 4
ROUNDED = 1e-5  # relative: who computes the moments may do so in another order or in float32


@dataclass(frozen=True)
class Given:
    """The networks asked for, and what makes the odd advice."""

    widths: Mapping[str, tuple[int, ...]]  # by step
    inputs: np.ndarray  # (samples, widths[0])
    gain: float
    tilt: float

    def shapes(self, step: str) -> list[tuple[int, int]]:
        """(fan_in, fan_out) of each layer."""
        return list(pairwise(self.widths[step]))

    def advised(self, activation: str, shapes: Sequence[tuple[int, int]]) -> list[float]:
        """The standard deviation that the odd advice gives for each of these shapes."""
        advise = odd_advice(self.gain, self.tilt)
        return [advise(activation, *shape)["std"] for shape in shapes]


class TestEvaluateAdvice(Grader):
    notebook, function = "part3_applying", "evaluate_advice"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """An advice that nobody else gives, so that one has to ask it; layers of very different width."""
        five, four = (
            tuple(int(draw.integers(n, n + 10)) for n in widths)
            for widths in ((110, 50, 130, 60, 90, 25), (110, 50, 130, 110))
        )
        features = int(draw.integers(40, 50))
        # another depth each, and one output, which a network that is not linear there cannot have
        widths = {"tanh": (features, *five), "relu": (features, *four, 1)}
        inputs = draw.normal(0.4, 1.2, (30, features))
        gain, tilt = float(draw.uniform(1.5, 2.5)), float(draw.uniform(2.5, 3.5))
        steps: dict[str, Any] = {"advice": inside("odd_advice", gain, tilt)}
        for activation in ACTIVATIONS:
            asked = (Ref("advice"), activation, widths[activation], inputs)
            first, other = (int(seed) for seed in draw.choice(2**31, 2, replace=False))
            steps[activation] = call("evaluate_advice", *asked, Rng(first), replicas=REPLICAS)
        steps["again"] = call("evaluate_advice", *asked, Rng(first), replicas=REPLICAS)
        steps["other"] = call("evaluate_advice", *asked, Rng(other), replicas=REPLICAS)
        widths |= dict.fromkeys(("again", "other"), widths[activation])
        return Probe(steps, Given(widths, inputs, gain, tilt))

    @points(0.5)
    def test_weights(self, case: Case[Given]) -> None:
        """The advice is followed in every layer, with the layer's own fans.

        False-fail probability 1e-9, a quarter of it for each network's spread (chi-square, see `checks.spread`) and
        a quarter for each one's centre (Hoeffding's inequality, see `checks.is_lopsided`). Power: each
        known mistake changes some layer's std by a sixth or more, of those with 9,000 weights or more (all but one
        output's), so that is 22 standard errors (.707 / sqrt(9000) = .75 %).
        """
        units = []
        for activation in ACTIVATIONS:
            weights = returned_weights(case, activation)
            expect_own_replicas(weights)
            expect_stds(case.given, activation, weights)
            advised = case.given.advised(activation, case.given.shapes(activation))
            units += [(kernel / std).ravel() for kernel, std in zip(weights.kernels, advised, strict=True)]
            if is_lopsided(np.concatenate([kernel.ravel() for kernel in weights.kernels]), CHECK_ALPHA / 4):
                raise Wrong("The weights are not centred on 0; the advice names their spread only.", "shifted mean")
            if any(np.any(bias) for bias in weights.biases):
                raise Wrong("The biases should start at 0; `Network.initialize` sees to that.", "biases not zero")
        expect_normal(np.concatenate(units))
        first, again, other = (returned_weights(case, step).kernels for step in (ACTIVATIONS[-1], "again", "other"))
        if not all(agree(*each, ROUNDED) for each in zip(first, again, strict=True)):
            message = "Twice the same generator state gave different weights: some draws do not come from `rng`."
            raise Wrong(message, "generator ignored")
        for layer, each in enumerate(zip(first, other, strict=True), start=1):
            if any(agree(*replicas, ROUNDED) for replicas in zip(*each, strict=True)):
                words = f"Another generator gave exactly the same weights in layer {layer}: hand `rng` on,"
                raise Wrong(f"{words} do not make one.", "seed reset inside")
        case.require_untouched(*ACTIVATIONS)

    @points(0.5)
    def test_moments(self, case: Case[Given]) -> None:
        """The moments are the mean squares of the hidden layers' activations."""
        for activation in ACTIVATIONS:
            trace = traced(case, activation)
            hidden = trace.activations[:-1]
            found = entry(case.value(activation), "moments", "evaluate_advice")
            if isinstance(found, list | tuple) and len(found) == len(hidden) + 1:
                raise one_too_many(found, trace)
            moments = array_of(found, (len(hidden),), "moments", "one number per hidden layer")
            q = moments_of(hidden)
            about = (
                f"For {activation} the returned weights give the mean squares {shown(q)} in the hidden layers;"
                f" your moments are {shown(moments)}."
            )
            expect(moments, q, about, wrong_moments(trace), otherwise="wrong moment", relative=ROUNDED)

    @points(0.5)
    @needs("test_moments")
    def test_growth(self, case: Case[Given]) -> None:
        """The growth is the factor per layer that leads from the first moment to the last."""
        for activation in ACTIVATIONS:
            q = moments_of(traced(case, activation).activations[:-1])
            steps, ratio = len(q) - 1, q[-1] / q[0] if q[0] else 0.0
            if not 0 < ratio < math.inf:
                raise Wrong(
                    f"The signal is {q[0]:.3g} in the first hidden layer and {q[-1]:.3g} in the last:"
                    " no factor per layer leads from one to the other. Do the weights follow the advice?",
                    "no signal",
                )
            found = number(entry(case.value(activation), "growth", "evaluate_advice"), "growth")
            about = (
                f"growth is {found:.5g}; applied {steps} times to the first moment {q[0]:.4g}"
                f" it should give the last, {q[-1]:.4g}."
            )
            mistakes = wrong_growths(q)
            expect(found, ratio ** (1 / steps), about, mistakes, otherwise="wrong growth", relative=ROUNDED)


def returned_weights(case: Case[Given], step: str) -> initlab.Weights:
    """The networks that were measured. Raises `Wrong` unless they have the form asked for."""
    found = entry(case.value(step), "weights", "evaluate_advice")
    try:
        weights = initlab.Weights(found["kernels"], found["biases"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        words = "'weights' should be the `Weights` that `Network.initialize` returned."
        raise Wrong(words, "weights missing") from None
    if not all(a.dtype.kind == "f" and np.isfinite(a).all() for a in (*weights.kernels, *weights.biases)):
        raise Wrong("'weights' holds values that are no finite floats (nan, inf, integers).", "not finite")
    asked = case.given.widths[step]
    if weights.widths != asked or weights.replicas != REPLICAS:
        raise Wrong(
            f"'weights' should be {REPLICAS} networks with the widths {asked} asked for;"
            f" they are {weights.replicas} with {weights.widths}.",
            "networks not as asked",
        )
    return weights


def expect_stds(given: Given, activation: str, weights: initlab.Weights) -> None:
    """Raises `Wrong` unless each layer's weights have the std that the advice gives for its fans."""
    expected, sizes = given.advised(activation, given.shapes(activation)), [kernel.size for kernel in weights.kernels]
    tested = spread([float(kernel.var(ddof=1)) for kernel in weights.kernels], sizes, expected, CHECK_ALPHA / 4)
    if not tested.rejected:
        return
    measured = [float(kernel.std()) for kernel in weights.kernels]
    # for words only: 4 % are 5 standard errors of the smallest layer
    if mistake := explains(measured, wrong_stds(given, activation), relative=0.04):
        raise Wrong(f"evaluate_advice with {activation}: the weights follow {mistake.words}.", mistake.key)
    layer = tested.worst
    a, b = given.shapes(activation)[layer]
    raise Wrong(
        f"evaluate_advice with {activation}: kernel {(a, b)} has standard deviation {measured[layer]:.4g};"
        f" advise({activation!r}, {a}, {b}) gives {expected[layer]:.4g}.",
        "advice not followed",
    )


def expect_own_replicas(weights: initlab.Weights) -> None:
    """Raises `Wrong` if two replicas have the same weights in a layer: before the spread, which they would spoil."""
    for layer, kernel in enumerate(weights.kernels, start=1):
        if any(agree(one, other) for one, other in combinations(kernel, 2)):
            words = f"Not every replica has weights of its own in layer {layer}; each should be drawn on its own."
            raise Wrong(words, "same weights in all replicas")


def expect_normal(units: np.ndarray) -> None:
    """Raises `Wrong` unless the fourth moment is that of normal draws (see `tails`; of 500,000 or more).

    `units` are all weights in units of the advised std: an own std of each kernel would be too uncertain where a
    kernel is small, and say that a law is cut farther out than it is.
    """
    drawn = [tails.in_numbers(units)]
    if tails.normal_tails(drawn):
        return
    kurtosis = tails.kurtosis_of(drawn)
    about = f"The weights have the advised spread, and their mean fourth power is {kurtosis:.3g} times their variance"
    if abs(kurtosis - UNIFORM.kurtosis) < tails.BELOW:
        raise Wrong(f"{about} squared: they are uniform. A normal law is asked for.", "uniform for normal")
    raise Wrong(f"{about} squared; that of normal draws is 3. A normal law is asked for.", "not normal")


def wrong_stds(given: Given, activation: str) -> Iterator[Mistake]:
    """What the layers' standard deviations are under each known mistake."""
    shapes = given.shapes(activation)
    right = np.array(given.advised(activation, shapes))
    turned = given.advised(activation, [(b, a) for a, b in shapes])
    yield Mistake("fans exchanged", "the advice for fan_in and fan_out exchanged", turned)
    first = np.full(len(right), right[0])
    yield Mistake("one scale for all layers", "the first layer's advice in every layer", first)
    yield Mistake("variance as std", "the square of the advised std: what `rng.normal` takes is the std", right**2)
    yield Mistake("root of the scale", "the root of the advised std", np.sqrt(right))
    yield Mistake("std as limit", "a uniform law with the std as its limit", right / ROOT_3)
    other = "relu" if activation == "tanh" else "tanh"
    yield Mistake("advice for another activation", f"the advice for {other}", given.advised(other, shapes))
    yield Mistake("no scale", "standard normal: the advice is not used", np.ones(len(right)))
    for scheme, law in LAWS.items():
        words = f"{WHOSE[scheme]} law, not the law of the `advise` that was passed"
        yield Mistake("advice not asked", words, [law.std(Kernel(shape)) for shape in shapes])


def traced(case: Case[Given], step: str) -> initlab.Trace:
    """A forward pass with the returned weights."""
    network = initlab.Network(case.given.widths[step], step, "linear")
    return network.forward(returned_weights(case, step).astype(np.float64), case.given.inputs)


def moments_of(layers: Sequence[np.ndarray]) -> list[float]:
    """The mean square of each layer."""
    return [float(np.mean(layer**2)) for layer in layers]


def one_too_many(found: Sequence[Any], trace: initlab.Trace) -> Wrong:
    """There is a moment more than there are hidden layers: is it the output's or the input's?"""
    about = f"moments holds {len(found)} numbers; there are {len(found) - 1} hidden layers."
    if agree(number(found[-1], "moments"), np.mean(trace.outputs**2), ROUNDED):
        last = "The last one is the output layer's: it is not hidden, leave it out."
        return Wrong(f"{about} {last}", "output layer included")
    if agree(number(found[0], "moments"), np.mean(trace.inputs**2), ROUNDED):
        return Wrong(f"{about} The first one is that of the inputs: leave it out.", "input included")
    return Wrong(about, "wrong number of moments")


def wrong_moments(trace: initlab.Trace) -> Iterator[Mistake]:
    """What the moments are under each known mistake."""
    hidden = trace.activations[:-1]
    variances = "These are the variances: the mean is taken off first, but a signal's mean is part of it."
    yield Mistake("variance, not second moment", variances, [a.var() for a in hidden])
    stds = "These are the standard deviations, not the mean squares."
    yield Mistake("standard deviation", stds, [a.std() for a in hidden])
    yield Mistake("roots of the moments", "These are the roots of the mean squares.", np.sqrt(moments_of(hidden)))
    sizes = "These are the mean sizes |a|, not the mean squares."
    yield Mistake("mean size, not mean square", sizes, [np.abs(a).mean() for a in hidden])
    means = "These are the plain means, not the mean squares."
    yield Mistake("mean, not mean square", means, [a.mean() for a in hidden])
    before = "These are the mean squares of the pre-activations, before the activation function."
    yield Mistake("pre-activations, not activations", before, moments_of(trace.pre_activations[:-1]))
    first = "These are the mean squares of the first replica alone."
    yield Mistake("one replica only", first, moments_of([a[0] for a in hidden]))
    sums = "These are sums of squares over the units, not means."
    yield Mistake("sum, not mean", sums, [np.mean(np.sum(a**2, axis=-1)) for a in hidden])
    above = "These are those of the layers above, from the input on."
    yield Mistake("input included", above, moments_of((trace.inputs, *hidden[:-1])))
    last = "These are those of the last layers, the output included."
    yield Mistake("output layer included", last, moments_of(trace.activations[1:]))


def wrong_growths(q: Sequence[float]) -> Iterator[Mistake]:
    """What the growth from the first of these moments to the last is under each known mistake."""
    steps, ratio = len(q) - 1, q[-1] / q[0]
    yield Mistake("growth of the whole way", "It is the factor of the whole way, not of one layer.", ratio)
    divided = "It is the whole factor divided by the number of steps; factors multiply."
    yield Mistake("divided, no root", divided, ratio / steps)
    more = f"It is the root for {steps + 1} steps; between {steps + 1} layers there are {steps}."
    yield Mistake("one step too many", more, ratio ** (1 / (steps + 1)))
    mean = "It is the arithmetic mean of the layers' factors; factors multiply, so that is not the typical one."
    yield Mistake("arithmetic mean of factors", mean, np.mean(np.array(q[1:]) / q[:-1]))
    yield Mistake("growth turned round", "It is turned round: first over last.", (1 / ratio) ** (1 / steps))
    for log in (math.log, math.log2):
        yield Mistake("logarithm of the growth", "It is a logarithm of the factor.", log(ratio) / steps)
    amplitude = "It is the growth of the amplitude, the root of this one."
    yield Mistake("growth of the amplitude", amplitude, ratio ** (0.5 / steps))


def shown(values: Sequence[float] | np.ndarray) -> str:
    """Numbers in a message."""
    return ", ".join(f"{float(value):.4g}" for value in values)
