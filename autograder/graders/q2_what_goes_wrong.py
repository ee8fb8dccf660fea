"""Q2: saturated and dead units, the gradient's size in each layer, and a diagnosis of untrained networks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import initlab
import numpy as np

from autograder.grader import Case, Grader, Probe, Wrong, points, type_name
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
                draw.uniform(0.001, 0.008, below)
                if kind == "sigmoid"
                else draw.uniform(-0.999, -0.992, below)
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
            ("count", "It should be a fraction, not a number of values or units.", expected * (a.size if kind != "relu" else a.shape[1])),
            ("complement", "That is the fraction of the others.", 1 - expected),
            ("upper side only", "Only the upper side is counted; the function is flat on both sides.", np.mean(a > 0.99) if kind != "relu" else never),
            ("lower side only", "Only the lower side is counted; the function is flat on both sides.", np.mean(a < (0.01 if kind == "sigmoid" else -0.99)) if kind != "relu" else never),
            ("pre-activations", "It applies the function again: the table holds activations already.", _applied_again(a, kind)),
            ("another kind's rule", "That is the rule of sigmoid.", saturated(a, "sigmoid") if kind == "tanh" else never),
            ("zeros, not dead units", "That is the fraction of values that are 0; a unit is dead if it is 0 for every sample.", np.mean(a == 0)),
            ("samples, not units", "That is the fraction of samples (rows), not of units (columns).", np.mean(np.all(a == 0, axis=1))),
            ("any, not all", "That counts units that are 0 for some sample; a dead unit is 0 for all.", np.mean(np.any(a == 0, axis=0))),
            ("units, not values", "That counts units, not values.", np.mean(np.any(np.abs(a) > 0.99, axis=0))),
            ("another limit", "The limit seems to be another one than 0.99.", _other_limit(a, kind, found)),
        )  # fmt: skip
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
        """Steps that make `{name} network` and `{name} weights` in the sandbox, as `network` and `weights` do here."""
        made = [library(f"{inputs.__name__}.{kind}", *rest) for kind, *rest in self.starts]
        return {
            f"{name} network": library("initlab.Network", self.widths, self.activation),
            f"{name} weights": library("initlab.Network.initialize", Ref(f"{name} network"), made, Rng(seed)),
        }


def _samples(draw: np.random.Generator, n: int, features: int, classes: int) -> tuple[np.ndarray, np.ndarray]:
    labels = draw.permutation(np.arange(n) % classes)
    return draw.standard_normal((n, features)), labels


class TestGradientNorms(Grader):
    notebook, function = NOTEBOOK, "gradient_norms"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """A tanh and a ReLU network with layers of different widths, and one whose output kernel is zero."""
        a, b, c = (int(n) for n in draw.permutation(np.arange(5, 12))[:3])
        seeds = [int(seed) for seed in draw.integers(0, 2**31, 5)]
        inputs_, labels = _samples(draw, int(draw.integers(14, 22)), a, 3)
        scaled = tuple(("by_shape", seed, 2.0) for seed in seeds[:4])
        patients = {
            "tanh": Patient("tanh", (a, b, c, 3), "tanh", scaled[:3]),
            "relu": Patient("relu", (a, c, 14, b, 3), "relu", scaled),
            "zero output": Patient(
                "tanh, output kernel 0", (a, b, c, 3), "tanh", (*scaled[:2], ("filled", 0.0))
            ),
        }
        steps: dict[str, Expression] = {}
        for name, patient in patients.items():
            steps |= patient.steps(name, seeds[4])
            steps[name] = call(
                "gradient_norms", Ref(f"{name} network"), Ref(f"{name} weights"), inputs_, labels
            )
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
                f"For a network with {layers} kernels the answer should hold {layers} numbers; it has shape {found.shape}.",
                "not one per layer",
            )
        return (
            answers.array_of(found.reshape(-1), (layers,), "gradient_norms", "one per layer"),
            gradients,
            weights,
        )

    @points(1)
    def test_layers(self, case: Case) -> None:
        """One number for each kernel, first layer first: below an output kernel of zeros the gradient is exactly 0."""
        found, *_ = self.norms(case, "zero output")
        if found[0] > 0 and np.all(found[1:] == 0):
            raise Wrong("The numbers come in the order from the last layer to the first.", "layers reversed")
        if np.any(found[:-1] != 0) or found[-1] == 0:
            raise Wrong(
                "In a network whose output kernel is zero no gradient gets through to the layers below it, so all numbers "
                f"but the last are 0. The answer was {_shown(found)}: it does not measure the gradient of each kernel.",
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
                "mean, not norm": ("These are means of the absolute values, not norms.", [np.abs(k).mean() for k in kernels]),
                "sum, not norm": ("These are sums of the absolute values, not norms.", [np.abs(k).sum() for k in kernels]),
                "root missing": ("These are the squared norms: the root is missing.", expected**2),
                "mean square": ("These are roots of the mean square, not of the sum of squares.", [np.sqrt(np.mean(k**2)) for k in kernels]),
                "spread, not norm": ("These are standard deviations, not norms.", [k.std() for k in kernels]),
                "largest entry": ("These are the largest entries, not norms.", [np.abs(k).max() for k in kernels]),
                "spectral norm": ("This is the spectral norm (the largest singular value), not the Frobenius norm.", [np.linalg.norm(k, 2) for k in kernels]),
                "biases": ("These are the norms of the biases' gradients.", [np.linalg.norm(g) for g in gradients.biases]),
                "biases too": ("The biases' gradients are in there too.", [np.hypot(np.linalg.norm(k), np.linalg.norm(g)) for k, g in zip(kernels, gradients.biases, strict=True)]),
                "deltas": ("These are the norms of gradients.deltas, not of the kernels' gradients.", [np.linalg.norm(d) for d in gradients.deltas]),
                "weights": ("These are the norms of the weights, not of their gradients.", [np.linalg.norm(k) for k in weights.kernels]),
                "sum over samples": ("They are too large by the number of samples.", expected * len(case.given["labels"])),
                "layer shifted": ("They belong to other layers.", np.roll(expected, 1)),
            }  # fmt: skip
            about = f"For a {step} network it gives {_shown(found)}; expected {_shown(expected)}. "
            for key, (words, value) in mistakes.items():
                if answers.agree(found, value):
                    raise Wrong(about + words, key)
            raise Wrong(about, "wrong norm")


def _shown(values: np.ndarray) -> str:
    return "[" + ", ".join(f"{value:.3g}" for value in values) + "]"


WORDS = ("symmetric", "saturated", "vanishing", "exploding", "healthy")


def patients(draw: np.random.Generator) -> dict[str, Patient]:
    """Cases of each finding, nearly always clear ones (`is_clear`)."""

    def width() -> int:
        return int(draw.integers(22, 31))

    def seed() -> int:
        return int(draw.integers(0, 2**31))

    def deep(what: str, activation: str, hidden: int, gain: float, finding: str) -> Patient:
        widths = (16, *(width() for _ in range(hidden)), 3)
        return Patient(
            what, widths, activation, tuple(("by_shape", seed(), gain) for _ in widths[1:]), finding
        )

    def layers(what: str, activation: str, starts: tuple[tuple, ...], finding: str) -> Patient:
        return Patient(what, (16, *(width() for _ in starts[1:]), 3), activation, starts, finding)

    good = ("by_shape", seed(), 1.0)
    value = float(draw.uniform(0.3, 0.6))
    return {
        "constant": layers("all weights equal", "sigmoid", (("filled", value),) * 3, "symmetric"),
        "zero relu": layers("all weights 0", "relu", (("filled", 0.0),) * 3, "symmetric"),
        "second layer": layers("the second of three hidden layers equal", "tanh", (good, ("filled", 0.1), good, good), "symmetric"),
        "pairs": layers("units that come in two kinds", "tanh", (("repeating", 2, seed()), good, good), "not symmetric"),
        "tanh": deep("tanh, weights of a good size", "tanh", int(draw.integers(3, 6)), 1.0, "healthy"),
        "large tanh": deep("tanh, weights far too large", "tanh", 4, 900.0, "saturated"),
        "large sigmoid": deep("sigmoid, weights far too large", "sigmoid", 3, 1e5, "saturated"),
        "saturated output": layers("only the output layer's weights too large", "sigmoid", (good, good, ("by_shape", seed(), 1e5)), "healthy"),
        "deep sigmoid": deep("many sigmoid layers", "sigmoid", int(draw.integers(11, 14)), 1.0, "vanishing"),
        "small relu": deep("ReLU, weights far too small", "relu", 6, 0.01, "vanishing"),
        "shallow sigmoid": deep("one hidden sigmoid layer", "sigmoid", 1, 1.0, "healthy"),
        "large relu": deep("ReLU, weights far too large", "relu", int(draw.integers(6, 8)), 200.0, "exploding"),
        "relu": deep("ReLU, weights of a good size", "relu", 3, 2.0, "healthy"),
    }  # fmt: skip


def is_clear(patient: Patient, samples: np.ndarray, labels: np.ndarray, seed: int) -> bool:
    """Whether no limit of the task's list is near: 0.5 by more than 0.1, 0.001 and 1000 by more than a factor 10."""
    network, weights = patient.network(), patient.weights(seed)
    hidden = network.forward(weights, samples).activations[:-1]
    flat = max(saturated(layer[0], patient.activation) for layer in hidden)
    first = float(np.linalg.norm(network.gradients(weights, samples, labels).kernels[0]))
    match patient.finding:
        case "saturated":
            return flat > 0.6
        case "vanishing":
            return flat < 0.4 and first < 1e-4
        case "exploding":
            return flat < 0.4 and first > 1e4
        case "healthy":
            return flat < 0.4 and 1e-2 < first < 1e2
    return True  # decided by the kernels alone


class TestDiagnose(Grader):
    notebook, function = NOTEBOOK, "diagnose"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Clear cases, each sick network beside a healthy one of a similar kind; and a layer of dead ReLU units."""
        samples, labels = _samples(draw, 60, 16, 3)
        features, classes = tuple(f"x{i + 1}" for i in range(16)), ("a", "b", "c")
        seed = int(draw.integers(0, 2**31))
        every = patients(draw)
        while not all(is_clear(patient, samples, labels, seed) for patient in every.values()):
            every = patients(draw)  # about one draw in a hundred is not clear
        steps: dict[str, Expression] = {"data": library("initlab.Data", samples, labels, features, classes)}
        for name, patient in every.items():
            steps |= patient.steps(name, seed)
            steps[name] = call("diagnose", Ref(f"{name} network"), Ref(f"{name} weights"), Ref("data"))
        dead = every["relu"].weights(seed)
        lowered = tuple(np.where(i == 1, b - 1000.0, b) for i, b in enumerate(dead.biases))
        steps["dead weights"] = library("initlab.Weights", dead.kernels, lowered)
        steps["dead"] = call("diagnose", Ref("relu network"), Ref("dead weights"), Ref("data"))
        findings = {name: (patient.what, patient.finding) for name, patient in every.items()}
        return Probe(
            steps, {"findings": findings | {"dead": ("a hidden ReLU layer of dead units", "saturated")}}
        )

    def compare(self, case: Case, steps: tuple[str, ...], hints: Mapping[tuple[str, Any], str]) -> None:
        """Raises `Wrong` at the first network with another diagnosis; `hints`: (step, answer) -> what may be wrong."""
        for step in steps:
            what, finding = case.given["findings"][step]
            value = case.value(step)
            if not isinstance(value, str):
                raise Wrong(f"diagnose should return one word; it returned {type_name(value)}.", "not a word")
            if value not in WORDS:
                raise Wrong(
                    f"The answer should be one of {', '.join(WORDS)}; it is {value[:40]!r}.", "not a word"
                )
            if value == finding or (finding == "not symmetric" and value != "symmetric"):
                continue
            hint = hints.get((step, value), "")
            raise Wrong(
                f"A network with {what}: the answer was {value!r}; expected {finding!r}. {hint}",
                f"{finding} missed",
            )

    @points(1)
    def test_symmetric(self, case: Case) -> None:
        """It finds hidden layers whose units are all the same, and only these."""
        first = "Which line of the list comes first?"
        hints = {
            ("zero relu", "vanishing"): first,
            ("zero relu", "saturated"): first,
            ("constant", "saturated"): first,
            ("second layer", "healthy"): "Any of the hidden layers may be the symmetric one.",
            ("second layer", "vanishing"): "Any of the hidden layers may be the symmetric one.",
            ("pairs", "symmetric"): "Symmetric means that there is only one kind of unit.",
        }
        self.compare(case, ("constant", "zero relu", "second layer", "pairs", "tanh"), hints)

    @points(1)
    def test_saturated(self, case: Case) -> None:
        """It finds saturated and dead hidden layers; the output layer does not count."""
        hints = {
            ("large tanh", "exploding"): "Which line of the list comes first?",
            ("dead", "vanishing"): "Which line of the list comes first?",
            ("dead", "healthy"): "Any of the hidden layers may be the dead one.",
            ("large sigmoid", "healthy"): "Is the right activation function's rule used?",
            ("saturated output", "saturated"): "Only hidden layers count, not the output.",
        }
        self.compare(case, ("large tanh", "large sigmoid", "dead", "saturated output", "tanh"), hints)

    @points(1)
    def test_vanishing(self, case: Case) -> None:
        """It finds a first layer that the gradient does not reach."""
        hints = {
            (
                "deep sigmoid",
                "healthy",
            ): "It is the first kernel that counts: the last one's gradient is of a good size.",
            ("small relu", "healthy"): "Is the gradient measured as its norm, and is the limit 0.001?",
            ("shallow sigmoid", "vanishing"): "This one's gradient norm is well above 0.001.",
        }
        self.compare(case, ("deep sigmoid", "small relu", "shallow sigmoid"), hints)

    @points(1)
    def test_exploding(self, case: Case) -> None:
        """It finds a gradient that is far too large."""
        hints = {
            (
                "large relu",
                "saturated",
            ): "For ReLU only dead units count as saturated, and the output layer does not count.",
            ("relu", "exploding"): "Its gradient norm is far below 1000.",
            ("relu", "saturated"): "Less than half of its units are dead: dead means 0 for every sample.",
        }
        self.compare(case, ("large relu", "relu"), hints)
