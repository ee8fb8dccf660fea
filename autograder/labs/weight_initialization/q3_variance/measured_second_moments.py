"""Q3: the strength of a signal from layer to layer, measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.layers import FIRST, each, mean_squares, shown
from autograder.sandbox.probes import Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, explains


@dataclass(frozen=True)
class Asked:
    """A network, and how many replicas of it are drawn."""

    widths: tuple[int, ...]
    hidden: str
    output: str
    replicas: int
    gain: float  # standard deviation of the weights


@dataclass(frozen=True)
class Given:
    """What is measured, and what goes in."""

    asked: Mapping[str, Asked]
    signal: np.ndarray  # (samples, inputs)
    seed: int


class TestMeasuredSecondMoments(Grader):
    notebook, function = "part1_understanding", "measured_second_moments"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Networks of uneven widths, no two sizes the same, many samples; weak signals; one replica, one layer."""
        a, b, c, d, replicas = (int(n) for n in draw.permutation(np.arange(4, 14))[:5])
        samples = int(draw.integers(210, 260))
        seed, gain = int(draw.integers(0, 2**31)), float(draw.uniform(0.5, 1.5))
        asked = {
            "relu": Asked((a, b, c, d, 2), "relu", "linear", replicas, gain),
            "tanh": Asked((a, c, b, 3), "tanh", "softmax", replicas, gain),
            "weak": Asked((a, d, c, b, 2), "linear", "softmax", replicas, gain / 100),
            "one replica": Asked((a, b, d, 3), "relu", "softmax", 1, gain),
            "one hidden layer": Asked((a, c, 1), "sigmoid", "sigmoid", replicas, gain),
            "one of each": Asked((a, d, 2), "tanh", "softmax", 1, gain),
        }
        signal = draw.standard_normal((samples, a))
        steps = {}
        for name, one in asked.items():
            made, weights = Ref(f"{name} network"), Ref(f"{name} weights")
            steps[made.step] = library("initlab.Network", one.widths, one.hidden, one.output)
            drawn = inside("drawn", one.gain)
            steps[weights.step] = library("initlab.Network.initialize", made, drawn, Rng(seed), one.replicas)
            steps[name] = call("measured_second_moments", made, weights, signal)
        return Probe(steps, Given(asked, signal, seed))

    @points(1.5)
    def test_moments(self, case: Case[Given]) -> None:
        """It measures the mean square of every replica's activations in every hidden layer."""
        compare(case, "relu", "tanh", "weak")

    @points(0.5)
    @needs("test_moments")
    def test_small(self, case: Case[Given]) -> None:
        """So it does for one replica and for one hidden layer, and it leaves what it is given as it is."""
        compare(case, "one replica", "one hidden layer", "one of each")
        case.require_untouched()


def compare(case: Case[Given], *names: str) -> None:
    """Raises `Wrong`, naming the mistake, at the first network of these whose moments differ."""
    for name in names:
        compare_one(case, name)


def compare_one(case: Case[Given], name: str) -> None:
    given, asked = case.given, case.given.asked[name]
    network = initlab.Network(asked.widths, asked.hidden, asked.output)
    weights = network.initialize(arguments.drawn(asked.gain), np.random.default_rng(given.seed), asked.replicas)
    trace = network.forward(weights, given.signal)
    expected = mean_squares(trace.activations[:-1])
    found = values.numbers(case.value(name), "measured_second_moments")
    if values.agree(found, expected, absolute=0.0):
        return
    replicas, layers = expected.shape
    about = f"For a {asked.hidden} network with {layers} hidden layer(s) and {replicas} replica(s):"
    known = explains(found, mistakes(trace, weights), absolute=0.0)
    if known is not None:
        raise Wrong(f"{about} {known.words}", known.key)
    found = values.array_of(found, expected.shape, "measured_second_moments", "(replicas, hidden layers)")
    raise Wrong(f"{about} replica 0 has {shown(expected[0])}; the answer was {shown(found[0])}.", "wrong moment")


def mistakes(trace: initlab.Trace, weights: initlab.Weights) -> Iterator[Mistake]:
    """What the moments are under each known mistake."""
    hidden, everything = trace.activations[:-1], mean_squares(trace.activations)
    right, means = mean_squares(hidden), each(np.mean, hidden)
    axes = "The axes are exchanged: a row is a replica, a column a hidden layer."
    yield Mistake("layers as rows", axes, right.T)
    yield Mistake("output layer included", "The output layer is in there too.", everything)
    later = "The first hidden layer is missing, or the output layer is in its place."
    yield Mistake("first layer left out", later, everything[:, 1:])
    centred = "These are variances: the mean was subtracted before squaring."
    yield Mistake("variance, not second moment", centred, each(np.var, hidden))
    yield Mistake("standard deviation", "These are standard deviations.", each(np.std, hidden))
    yield Mistake("mean, not mean square", "These are means, not means of squares.", means)
    yield Mistake("roots of the moments", "These are roots of the second moments.", np.sqrt(right))
    yield Mistake("square of the mean", "These are squares of means, not means of squares.", means**2)
    before = "These are measured on the pre-activations, before the activation function."
    yield Mistake("pre-activations, not activations", before, mean_squares(trace.pre_activations[:-1]))
    sums = right * [layer[0].size for layer in hidden]
    yield Mistake("sum, not mean", "These are sums of squares, not means.", sums)
    rounded = "They are rounded: of a weak signal no digit is left."
    for decimals in range(2, 17):
        yield Mistake("rounded to decimals", rounded, np.round(right, decimals))
    for first in FIRST:
        part = mean_squares(layer[:, :first] for layer in hidden)
        yield Mistake("not all samples", "They are those for some of the samples, not for all.", part)
    pooled = "It averages over the replicas; each one should have its own row."
    if len(right) > 1:
        yield Mistake("mean over replicas", pooled, right.mean(axis=0))
    for alone in (right[0], right[:1]) if len(right) > 1 else ():
        yield Mistake("one replica only", "It looks at the first replica only.", alone)
    squeezed = "An axis of length 1 is missing: the answer has a row for each replica, also for one of them."
    yield Mistake("wrong shape", squeezed, np.squeeze(right))
    kernels = "These are the second moments of the weights, not of the activations."
    yield Mistake("weights, not activations", kernels, mean_squares(weights.kernels[:-1]))
