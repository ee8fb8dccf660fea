"""Q3: the strength of a signal from layer to layer, measured."""

import initlab
import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.labs.weight_initialization.inside import arguments
from autograder.labs.weight_initialization.q3_variance.predicted_second_moments import _shown
from autograder.sandbox.probes import Ref, Rng, call, library
from autograder.verdict import values
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points

NOTEBOOK = "part1_understanding"


class TestMeasuredSecondMoments(Grader):
    notebook, function = NOTEBOOK, "measured_second_moments"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """A ReLU and a tanh network of uneven widths, several replicas each, no two sizes the same."""
        a, b, c, d, samples, replicas = (int(n) for n in draw.permutation(np.arange(4, 14))[:6])
        seed, gain = int(draw.integers(0, 2**31)), float(draw.uniform(0.5, 1.5))
        asked = {"relu": ((a, b, c, d, 2), "relu", "linear"), "tanh": ((a, c, b, 3), "tanh", "softmax")}
        signal = draw.standard_normal((samples, a))
        steps = {}
        for name, network in asked.items():
            steps[f"{name} network"] = library("initlab.Network", *network)
            steps[f"{name} weights"] = library(
                "initlab.Network.initialize",
                Ref(f"{name} network"),
                inside("drawn", gain),
                Rng(seed),
                replicas,
            )
            steps[name] = call("measured_second_moments", Ref(f"{name} network"), Ref(f"{name} weights"), signal)
        given = {"asked": asked, "signal": signal, "gain": gain, "seed": seed, "replicas": replicas}
        return Probe(steps, given)

    @points(2)
    def test_moments(self, case: Case) -> None:
        """It measures the mean square of every replica's activations in every hidden layer."""
        for step, asked in case.given["asked"].items():
            network = initlab.Network(*asked)
            rng = np.random.default_rng(case.given["seed"])
            weights = network.initialize(arguments.drawn(case.given["gain"]), rng, case.given["replicas"])
            trace = network.forward(weights, case.given["signal"])
            hidden = trace.activations[:-1]
            expected = np.stack([np.mean(layer**2, axis=(1, 2)) for layer in hidden], axis=1)
            found = values.numbers(case.value(step), "measured_second_moments")
            if found.shape == expected.shape and values.agree(found, expected):
                continue
            everything = np.stack([np.mean(layer**2, axis=(1, 2)) for layer in trace.activations], axis=1)
            mistakes = (
                (
                    "axes exchanged",
                    "The axes are exchanged: a row is a replica, a column a hidden layer.",
                    expected.T,
                ),
                ("output layer included", "The output layer is in there too.", everything),
                (
                    "first layer left out",
                    "The first hidden layer is missing, or the output layer is in its place.",
                    everything[:, 1:],
                ),
                (
                    "variance, not second moment",
                    "These are variances: the mean was subtracted before squaring.",
                    _each(hidden, np.var),
                ),
                ("standard deviation", "These are standard deviations.", _each(hidden, np.std)),
                ("mean, not mean square", "These are means, not means of squares.", _each(hidden, np.mean)),
                ("root", "These are roots of the second moments.", np.sqrt(expected)),
                (
                    "square of the mean",
                    "These are squares of means, not means of squares.",
                    _each(hidden, np.mean) ** 2,
                ),
                (
                    "pre-activations",
                    "These are measured on the pre-activations, before the activation function.",
                    _each([z**2 for z in trace.pre_activations[:-1]], np.mean),
                ),
                (
                    "sum, not mean",
                    "These are sums of squares, not means.",
                    _each([a**2 for a in hidden], np.sum),
                ),
                (
                    "mean over replicas",
                    "It averages over the replicas; each one should have its own row.",
                    expected.mean(axis=0),
                ),
                ("one replica only", "It looks at the first replica only.", expected[0]),
                ("one replica only", "It looks at the first replica only.", expected[:1]),
                (
                    "weights, not activations",
                    "These are the second moments of the weights, not of the activations.",
                    _each([k**2 for k in weights.kernels[:-1]], np.mean),
                ),
            )
            about = f"For a {step} network with {len(hidden)} hidden layers and {len(expected)} replicas: "
            for key, words, value in mistakes:
                if values.agree(found, value):
                    raise Wrong(about + words, key)
            found = values.array_of(found, expected.shape, "measured_second_moments", "(replicas, hidden layers)")
            raise Wrong(
                about + f"replica 0 has {_shown(expected[0])}; the answer was {_shown(found[0])}.",
                "wrong moment",
            )


def _each(layers, statistic) -> np.ndarray:
    return np.stack([statistic(layer, axis=(1, 2)) for layer in layers], axis=1)
