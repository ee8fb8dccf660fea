"""Q3: the strength of a signal from layer to layer, measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.layers import each, mean_squares, shown
from autograder.sandbox.probes import Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points
from autograder.verdict.mistakes import Mistake, explains


@dataclass(frozen=True)
class Given:
    """Two networks, their weights' law, and what goes in."""

    networks: Mapping[str, tuple[tuple[int, ...], str, str]]  # widths, hidden activation, output activation
    signal: np.ndarray  # (samples, inputs)
    gain: float  # standard deviation of the weights
    seed: int
    replicas: int


class TestMeasuredSecondMoments(Grader):
    notebook, function = "part1_understanding", "measured_second_moments"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """A ReLU and a tanh network of uneven widths, several replicas each, no two sizes the same."""
        a, b, c, d, samples, replicas = (int(n) for n in draw.permutation(np.arange(4, 14))[:6])
        seed, gain = int(draw.integers(0, 2**31)), float(draw.uniform(0.5, 1.5))
        networks = {"relu": ((a, b, c, d, 2), "relu", "linear"), "tanh": ((a, c, b, 3), "tanh", "softmax")}
        signal = draw.standard_normal((samples, a))
        steps = {}
        for name, network in networks.items():
            made, weights = Ref(f"{name} network"), Ref(f"{name} weights")
            steps[made.step] = library("initlab.Network", *network)
            drawn = inside("drawn", gain)
            steps[weights.step] = library("initlab.Network.initialize", made, drawn, Rng(seed), replicas)
            steps[name] = call("measured_second_moments", made, weights, signal)
        return Probe(steps, Given(networks, signal, gain, seed, replicas))

    @points(2)
    def test_moments(self, case: Case[Given]) -> None:
        """It measures the mean square of every replica's activations in every hidden layer."""
        for name in case.given.networks:
            compare(case, name)


def compare(case: Case[Given], name: str) -> None:
    """Raises `Wrong`, naming the mistake, if the moments in the network of this name differ."""
    given, network = case.given, initlab.Network(*case.given.networks[name])
    weights = network.initialize(arguments.drawn(given.gain), np.random.default_rng(given.seed), given.replicas)
    trace = network.forward(weights, given.signal)
    expected = mean_squares(trace.activations[:-1])
    found = values.numbers(case.value(name), "measured_second_moments")
    if values.agree(found, expected):
        return
    replicas, layers = expected.shape
    about = f"For a {name} network with {layers} hidden layers and {replicas} replicas:"
    known = explains(found, mistakes(trace, weights))
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
    pooled = "It averages over the replicas; each one should have its own row."
    yield Mistake("mean over replicas", pooled, right.mean(axis=0))
    for first in (right[0], right[:1]):
        yield Mistake("one replica only", "It looks at the first replica only.", first)
    kernels = "These are the second moments of the weights, not of the activations."
    yield Mistake("weights, not activations", kernels, mean_squares(weights.kernels[:-1]))
