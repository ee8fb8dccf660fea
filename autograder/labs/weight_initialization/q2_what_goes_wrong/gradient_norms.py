"""Q2, the instruments: saturated and dead units, and the size of the gradient in each layer."""

from dataclasses import dataclass

import initlab
import numpy as np

from autograder.grader import Case, Grader, Probe, Wrong, points
from autograder.graders import answers
from autograder.sandbox import inputs
from autograder.sandbox.probes import Expression, Ref, Rng, call, library

NOTEBOOK = "part1_understanding"


def saturated(activations: np.ndarray, kind: str) -> float:
    """The fraction of flat values (tanh, sigmoid), or of units that are 0 for every sample (relu)."""
    if kind == "relu":
        return float(np.mean(np.all(activations == 0, axis=0)))
    low = -0.99 if kind == "tanh" else 0.01
    return float(np.mean((activations > 0.99) | (activations < low)))


class TestSaturatedFraction(Grader):
    notebook, function = NOTEBOOK, "saturated_fraction"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Tables whose mistakes all give different fractions; no value is within 0.002 of a limit."""
        tables = {}
        for kind, low, high in (("tanh", -0.98, 0.98), ("sigmoid", 0.02, 0.98)):
            samples, units = int(draw.integers(11, 16)), int(draw.integers(5, 9))
            table = draw.uniform(low, high, samples * units)
            above, below = int(draw.integers(4, 8)), int(draw.integers(12, 17))
            table[:above] = draw.uniform(0.992, 0.999, above)
            table[above : above + below] = (
                draw.uniform(0.001, 0.008, below) if kind == "sigmoid" else draw.uniform(-0.999, -0.992, below)
            )
            tables[kind] = draw.permutation(table).reshape(samples, units)
        samples, units = int(draw.integers(12, 18)), int(draw.integers(7, 10))
        relu = np.maximum(draw.standard_normal((samples, units)), 0)
        relu[0], relu[1] = (
            np.abs(draw.standard_normal(units)) + 0.1,
            0.0,
        )  # no unit dead, one sample without any
        relu[:, draw.permutation(units)[: int(draw.integers(2, 4))]] = 0.0
        tables["relu"] = relu
        return Probe(
            {kind: call("saturated_fraction", table, kind) for kind, table in tables.items()},
            {"tables": tables},
        )

    def compare(self, case: Case, kind: str) -> None:
        """Raises `Wrong`, naming the mistake, if the fraction differs."""
        a = case.given["tables"][kind]
        found, expected = answers.number(case.value(kind), "The fraction"), saturated(a, kind)
        if answers.agree(found, expected):
            return
        about = f'For "{kind}" it gives {found:.4g}; expected {expected:.4g}. '
        never = float("nan")
        mistakes = (
            ("percent", "It should be a fraction from 0 to 1, not per cent.", 100 * expected),
            (
                "count",
                "It should be a fraction, not a number of values or units.",
                expected * (a.size if kind != "relu" else a.shape[1]),
            ),
            ("complement", "That is the fraction of the others.", 1 - expected),
            (
                "upper side only",
                "Only the upper side is counted; the function is flat on both sides.",
                np.mean(a > 0.99) if kind != "relu" else never,
            ),
            (
                "lower side only",
                "Only the lower side is counted; the function is flat on both sides.",
                np.mean(a < (0.01 if kind == "sigmoid" else -0.99)) if kind != "relu" else never,
            ),
            (
                "pre-activations",
                "It applies the function again: the table holds activations already.",
                _applied_again(a, kind),
            ),
            (
                "another kind's rule",
                "That is the rule of sigmoid.",
                saturated(a, "sigmoid") if kind == "tanh" else never,
            ),
            (
                "zeros, not dead units",
                "That is the fraction of values that are 0; a unit is dead if it is 0 for every sample.",
                np.mean(a == 0),
            ),
            (
                "samples, not units",
                "That is the fraction of samples (rows), not of units (columns).",
                np.mean(np.all(a == 0, axis=1)),
            ),
            (
                "any, not all",
                "That counts units that are 0 for some sample; a dead unit is 0 for all.",
                np.mean(np.any(a == 0, axis=0)),
            ),
            (
                "units, not values",
                "That counts units, not values.",
                np.mean(np.any(np.abs(a) > 0.99, axis=0)),
            ),
            ("another limit", "The limit seems to be another one than 0.99.", _other_limit(a, kind, found)),
        )
        for key, words, value in mistakes:
            if answers.agree(found, value):
                raise Wrong(about + words, key)
        raise Wrong(about, "wrong fraction")

    @points(0.5)
    def test_tanh(self, case: Case) -> None:
        """tanh: values above 0.99 and below -0.99."""
        self.compare(case, "tanh")

    @points(0.5)
    def test_sigmoid(self, case: Case) -> None:
        """Sigmoid: values above 0.99 and below 0.01."""
        self.compare(case, "sigmoid")

    @points(1)
    def test_relu(self, case: Case) -> None:
        """ReLU: units that are 0 for every sample."""
        self.compare(case, "relu")


def _applied_again(a: np.ndarray, kind: str) -> float:
    return saturated(initlab.activation(kind)(a), kind)


def _other_limit(a: np.ndarray, kind: str, found: float) -> float:
    """The answer itself, if one of the limits people like to take gives it."""
    for limit in (0.9, 0.95, 0.999, 1.0):
        low = -limit if kind == "tanh" else 1 - limit
        if kind != "relu" and answers.agree(found, np.mean((a > limit) | (a < low))):
            return found
    return float("nan")


@dataclass(frozen=True)
class Patient:
    """An untrained network to examine: how its weights are made, and what is to be found."""

    what: str  # in words for the student
    widths: tuple[int, ...]
    activation: str
    starts: tuple[tuple, ...]  # one initializer of `sandbox.inputs` per layer, with its arguments
    finding: str = ""

    def weights(self, seed: int) -> initlab.Weights:
        made = [getattr(inputs, kind)(*rest) for kind, *rest in self.starts]
        return self.network().initialize(made, np.random.default_rng(seed))

    def network(self) -> initlab.Network:
        return initlab.Network(self.widths, self.activation)

    def steps(self, name: str, seed: int) -> dict[str, Expression]:
        """Steps that make `{name} network` and `{name} weights` in the sandbox, the same as here."""
        made = [library(f"{inputs.__name__}.{kind}", *rest) for kind, *rest in self.starts]
        return {
            f"{name} network": library("initlab.Network", self.widths, self.activation),
            f"{name} weights": library("initlab.Network.initialize", Ref(f"{name} network"), made, Rng(seed)),
        }


def samples_and_labels(draw: np.random.Generator, n: int, features: int, classes: int) -> tuple[np.ndarray, np.ndarray]:
    labels = draw.permutation(np.arange(n) % classes)
    return draw.standard_normal((n, features)), labels


class TestGradientNorms(Grader):
    notebook, function = NOTEBOOK, "gradient_norms"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """A tanh and a ReLU network with layers of different widths, and one whose output kernel is zero."""
        a, b, c = (int(n) for n in draw.permutation(np.arange(5, 12))[:3])
        seeds = [int(seed) for seed in draw.integers(0, 2**31, 5)]
        inputs_, labels = samples_and_labels(draw, int(draw.integers(14, 22)), a, 3)
        scaled = tuple(("by_shape", seed, 2.0) for seed in seeds[:4])
        patients = {
            "tanh": Patient("tanh", (a, b, c, 3), "tanh", scaled[:3]),
            "relu": Patient("relu", (a, c, 14, b, 3), "relu", scaled),
            "zero output": Patient("tanh, output kernel 0", (a, b, c, 3), "tanh", (*scaled[:2], ("filled", 0.0))),
        }
        steps: dict[str, Expression] = {}
        for name, patient in patients.items():
            steps |= patient.steps(name, seeds[4])
            steps[name] = call("gradient_norms", Ref(f"{name} network"), Ref(f"{name} weights"), inputs_, labels)
        return Probe(steps, {"patients": patients, "seed": seeds[4], "inputs": inputs_, "labels": labels})

    def norms(self, case: Case, step: str) -> tuple[np.ndarray, initlab.Gradients, initlab.Weights]:
        """The answer as one finite number per layer, and what it should have been made from."""
        patient = case.given["patients"][step]
        weights = patient.weights(case.given["seed"])
        gradients = patient.network().gradients(weights, case.given["inputs"], case.given["labels"])
        found = answers.numbers(case.value(step), "gradient_norms")
        layers = len(gradients.kernels)
        if found.size != layers or found.ndim > 2:  # (layers, 1) is the replica's axis left on: no harm done
            raise Wrong(
                f"For a network with {layers} kernels the answer should hold {layers} numbers; it has shape"
                f" {found.shape}.",
                "not one per layer",
            )
        return (
            answers.array_of(found.reshape(-1), (layers,), "gradient_norms", "one per layer"),
            gradients,
            weights,
        )

    @points(1)
    def test_layers(self, case: Case) -> None:
        """One number per kernel, first layer first; exactly 0 below an output kernel of zeros."""
        found, *_ = self.norms(case, "zero output")
        if found[0] > 0 and np.all(found[1:] == 0):
            raise Wrong("The numbers come in the order from the last layer to the first.", "layers reversed")
        if np.any(found[:-1] != 0) or found[-1] == 0:
            raise Wrong(
                "In a network whose output kernel is zero no gradient gets through to the layers below it,"
                f" so all numbers but the last are 0. The answer was {_shown(found)}: it does not measure the"
                " gradient of each kernel.",
                "not the gradient",
            )

    @points(2)
    def test_norms(self, case: Case) -> None:
        """The numbers are the Frobenius norms of the kernels' gradients."""
        for step in ("tanh", "relu"):
            found, gradients, weights = self.norms(case, step)
            kernels = [kernel[0] for kernel in gradients.kernels]
            expected = np.array([np.linalg.norm(kernel) for kernel in kernels])
            if answers.agree(found, expected):
                continue
            mistakes = {
                "layers reversed": ("They come from the last layer to the first.", expected[::-1]),
                "mean, not norm": (
                    "These are means of the absolute values, not norms.",
                    [np.abs(k).mean() for k in kernels],
                ),
                "sum, not norm": (
                    "These are sums of the absolute values, not norms.",
                    [np.abs(k).sum() for k in kernels],
                ),
                "root missing": ("These are the squared norms: the root is missing.", expected**2),
                "mean square": (
                    "These are roots of the mean square, not of the sum of squares.",
                    [np.sqrt(np.mean(k**2)) for k in kernels],
                ),
                "spread, not norm": ("These are standard deviations, not norms.", [k.std() for k in kernels]),
                "largest entry": (
                    "These are the largest entries, not norms.",
                    [np.abs(k).max() for k in kernels],
                ),
                "spectral norm": (
                    "This is the spectral norm (the largest singular value), not the Frobenius norm.",
                    [np.linalg.norm(k, 2) for k in kernels],
                ),
                "biases": (
                    "These are the norms of the biases' gradients.",
                    [np.linalg.norm(g) for g in gradients.biases],
                ),
                "biases too": (
                    "The biases' gradients are in there too.",
                    [
                        np.hypot(np.linalg.norm(k), np.linalg.norm(g))
                        for k, g in zip(kernels, gradients.biases, strict=True)
                    ],
                ),
                "deltas": (
                    "These are the norms of gradients.deltas, not of the kernels' gradients.",
                    [np.linalg.norm(d) for d in gradients.deltas],
                ),
                "weights": (
                    "These are the norms of the weights, not of their gradients.",
                    [np.linalg.norm(k) for k in weights.kernels],
                ),
                "sum over samples": (
                    "They are too large by the number of samples.",
                    expected * len(case.given["labels"]),
                ),
                "layer shifted": ("They belong to other layers.", np.roll(expected, 1)),
            }
            about = f"For a {step} network it gives {_shown(found)}; expected {_shown(expected)}. "
            for key, (words, value) in mistakes.items():
                if answers.agree(found, value):
                    raise Wrong(about + words, key)
            raise Wrong(about, "wrong norm")


def _shown(values: np.ndarray) -> str:
    return "[" + ", ".join(f"{value:.3g}" for value in values) + "]"
