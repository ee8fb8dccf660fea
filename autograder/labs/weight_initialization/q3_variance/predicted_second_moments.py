"""Q3: the strength of a signal from layer to layer, predicted, measured, and kept constant."""

from itertools import accumulate

import initlab
import numpy as np

from autograder.grader import Case, Grader, Probe, Wrong, points
from autograder.graders import answers
from autograder.sandbox import inputs
from autograder.sandbox.probes import Ref, Rng, call, library

NOTEBOOK = "part1_understanding"
KEPT = {
    "linear": 1.0,
    "relu": 0.5,
}  # the part of E z² that is left of it after the activation (He et al. 2015, sec. 2.2)


def second_moments(factors: np.ndarray) -> np.ndarray:
    """The running product of what each layer multiplies the second moment by."""
    return np.array(list(accumulate(factors, lambda q, factor: q * factor)))


class TestPredictedSecondMoments(Grader):
    notebook, function = NOTEBOOK, "predicted_second_moments"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Layers of all different widths for both functions, and equal ones with just the right variance."""
        widths = tuple(int(n) for n in draw.permutation(np.arange(3, 40) * 10)[:6])
        variance = float(np.round(draw.uniform(0.002, 0.02), 4))
        width, depth = int(draw.integers(30, 200)), int(draw.integers(8, 13))
        square = (width,) * (depth + 1)
        asked = {
            "linear": (widths, variance, "linear"),
            "relu": (widths, variance, "relu"),
            "steady linear": (square, 1 / width, "linear"),
            "steady relu": (square, 2 / width, "relu"),
        }
        steps = {name: call("predicted_second_moments", *args) for name, args in asked.items()}
        return Probe(steps, {"asked": asked})

    def compare(self, case: Case, step: str) -> None:
        """Raises `Wrong`, naming the mistake, if the moments differ."""
        widths, v, kind = case.given["asked"][step]
        ins, outs = np.array(widths[:-1], float), np.array(widths[1:], float)
        kept = KEPT[kind]
        expected = second_moments(kept * v * ins)
        found = answers.numbers(case.value(step), "predicted_second_moments")
        if answers.agree(found, np.concatenate([[1.0], expected])):
            raise Wrong(
                "The answer begins with the input's own 1; it should begin after the first layer.",
                "input included",
            )
        if answers.agree(found, expected[-1]) or answers.agree(found, expected[-1:]):
            raise Wrong("That is the last layer's number only; one for each layer was asked for.", "last layer only")
        found = answers.array_of(found, expected.shape, "predicted_second_moments", "one number after each layer")
        if answers.agree(found, expected, absolute=0.0):
            return
        square = len(set(widths)) == 1
        mistakes = (
            ("factor 1/2 missing", "The half that ReLU takes away is missing.", second_moments(v * ins)),
            (
                "factor 1/2 once",
                "ReLU halves the second moment in every layer, not once.",
                kept * second_moments(v * ins),
            ),
            (
                "factor 1/2 late",
                "ReLU halves the second moment after the first layer too.",
                second_moments(v * ins) * kept ** np.arange(len(ins)),
            ),
            (
                "factor 1/2 for linear",
                "A linear layer keeps all of the second moment; the half is ReLU's.",
                second_moments(v * ins / 2),
            ),
            (
                "factor 1/4",
                "ReLU leaves a half of the second moment, not a quarter.",
                second_moments(v * ins / 4),
            ),
            (
                "fan_out",
                "It multiplies by the number of units (fan_out); a unit adds up fan_in products.",
                second_moments(kept * v * outs),
            ),
            (
                "mean of fans",
                "It multiplies by the mean of fan_in and fan_out; a unit adds up fan_in products.",
                second_moments(kept * v * (ins + outs) / 2),
            ),
            (
                "variance as std",
                "It squares the weight variance; v is the variance already.",
                second_moments(kept * v**2 * ins),
            ),
            (
                "std as variance",
                "It uses the root of the weight variance.",
                second_moments(kept * np.sqrt(v) * ins),
            ),
            (
                "not multiplied up",
                "These are the factors of each layer alone; each layer starts from the one before it.",
                kept * v * ins,
            ),
            ("root", "These are the roots of the second moments.", np.sqrt(expected)),
            (
                "first width for all",
                "It uses the first layer's fan_in for every layer.",
                second_moments(np.full(len(ins), kept * v * ins[0])),
            ),
            ("fan left out", "fan_in is missing.", second_moments(np.full(len(ins), kept * v))),
        )
        about = (
            f"For widths {widths}, weight variance {v:.4g}, {kind}: it gives {_shown(found)}; expected"
            f" {_shown(expected)}. "
        )
        for key, words, value in mistakes:
            if answers.agree(found, value, absolute=0.0) and not (square and key == "first width for all"):
                raise Wrong(about + words, key)
        raise Wrong(about, "wrong moment")

    @points(1)
    def test_linear(self, case: Case) -> None:
        """Linear layers multiply the second moment by fan_in times the weight variance."""
        self.compare(case, "linear")

    @points(1)
    def test_relu(self, case: Case) -> None:
        """A ReLU layer leaves half of that."""
        self.compare(case, "relu")

    @points(1)
    def test_steady(self, case: Case) -> None:
        """With just the right variance the second moment stays 1 in every layer."""
        self.compare(case, "steady linear")
        self.compare(case, "steady relu")


def _shown(values: np.ndarray) -> str:
    return "[" + ", ".join(f"{value:.3g}" for value in values[:6]) + (", …]" if len(values) > 6 else "]")


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
                library(f"{inputs.__name__}.drawn", gain),
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
            weights = network.initialize(inputs.drawn(case.given["gain"]), rng, case.given["replicas"])
            trace = network.forward(weights, case.given["signal"])
            hidden = trace.activations[:-1]
            expected = np.stack([np.mean(layer**2, axis=(1, 2)) for layer in hidden], axis=1)
            found = answers.numbers(case.value(step), "measured_second_moments")
            if found.shape == expected.shape and answers.agree(found, expected):
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
                if answers.agree(found, value):
                    raise Wrong(about + words, key)
            found = answers.array_of(found, expected.shape, "measured_second_moments", "(replicas, hidden layers)")
            raise Wrong(
                about + f"replica 0 has {_shown(expected[0])}; the answer was {_shown(found[0])}.",
                "wrong moment",
            )


def _each(layers, statistic) -> np.ndarray:
    return np.stack([statistic(layer, axis=(1, 2)) for layer in layers], axis=1)


class TestSteadyVariance(Grader):
    notebook, function = NOTEBOOK, "steady_variance"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Two numbers of inputs for each activation function."""
        fans = [int(n) for n in draw.permutation(np.arange(11, 700))[:4]]
        asked = {"linear": [(n, "linear") for n in fans[:2]], "relu": [(n, "relu") for n in fans[2:]]}
        steps = {f"{kind} {i}": call("steady_variance", *args) for kind in asked for i, args in enumerate(asked[kind])}
        return Probe(steps, {"asked": asked})

    def compare(self, case: Case, kind: str) -> None:
        """Raises `Wrong`, naming the mistake, at the first variance that differs."""
        for i, (n, _) in enumerate(case.given["asked"][kind]):
            found, v = answers.number(case.value(f"{kind} {i}"), "The variance"), 1 / (KEPT[kind] * n)
            if answers.agree(found, v, absolute=0.0):
                continue
            mistakes = (
                ("variance as std", "That is the standard deviation, the variance's root.", np.sqrt(v)),
                (
                    "factor 1/2 missing",
                    "That is a linear layer's: ReLU takes half of the second moment away.",
                    1 / n,
                ),
                (
                    "factor 1/2 inverted",
                    "It should make up for what ReLU takes away, not take as much again.",
                    1 / (2 * n),
                ),
                ("factor 1/2 for linear", "That is ReLU's; a linear layer takes nothing away.", 2 / n),
                ("factor 4", "ReLU takes a half away, not three quarters.", 4 / n),
                ("inverted", "That is the inverse: with more inputs, the weights must be smaller.", 1 / v),
                ("inverted", "That is no variance, but fan_in itself.", float(n)),
                (
                    "uniform limit",
                    "That is 3 times (or the root of 3 times) the variance: a uniform law's limit.",
                    3 * v,
                ),
                (
                    "uniform limit",
                    "That is a uniform law's limit; its variance was asked for.",
                    np.sqrt(3 * v),
                ),
            )
            about = (
                f"For fan_in {n}, {kind}: it gives {found:.4g}, with which a signal of q = 1 leaves the layer"
                f" with q = {KEPT[kind] * n * found:.3g}. "
            )
            for key, words, value in mistakes:
                if answers.agree(found, value, absolute=0.0):
                    raise Wrong(about + words, key)
            raise Wrong(about, "wrong variance")

    @points(1)
    def test_linear(self, case: Case) -> None:
        """A linear layer's: it balances the sum over fan_in inputs."""
        self.compare(case, "linear")

    @points(1)
    def test_relu(self, case: Case) -> None:
        """A ReLU layer's: it also makes up for the half that ReLU takes away."""
        self.compare(case, "relu")
