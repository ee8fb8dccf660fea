"""Q2, the experiment: a diagnosis of untrained networks, each of them a clear case."""

from collections.abc import Mapping
from dataclasses import dataclass

import initlab
import numpy as np

from autograder.evidence.answers import Returned
from autograder.labs.weight_initialization.follow_through import counted_at
from autograder.labs.weight_initialization.q2_what_goes_wrong.diagnose_by_helpers import (
    Measures,
    helpers_that_explain,
    measured,
    own_answers,
    own_measures,
)
from autograder.labs.weight_initialization.q2_what_goes_wrong.patients import Patient, samples_and_labels
from autograder.labs.weight_initialization.q2_what_goes_wrong.saturated_fraction import saturated
from autograder.sandbox.probes import Expression, Ref, call, library
from autograder.verdict.grader import Case, Grader, Probe, Wrong, points, type_name

WORDS = ("symmetric", "saturated", "vanishing", "exploding", "healthy")
MISSED = {
    "symmetric": "symmetry missed",
    "not symmetric": "kinds of units taken for one",
    "saturated": "saturation missed",
    "vanishing": "vanishing gradient missed",
    "exploding": "exploding gradient missed",
    "healthy": "healthy network called sick",
}
FIRST = "Which line of the list comes first?"
HIDDEN = "Any of the hidden layers may be the symmetric one."
HINTS = {  # what may have caused this answer for this network
    ("zero relu", "vanishing"): FIRST,
    ("zero relu", "saturated"): FIRST,
    ("constant", "saturated"): FIRST,
    ("constant", "vanishing"): FIRST,
    ("second layer", "healthy"): HIDDEN,
    ("second layer", "vanishing"): HIDDEN,
    ("pairs", "symmetric"): "Symmetric means that there is only one kind of unit.",
    ("large tanh", "exploding"): FIRST,
    ("dead", "vanishing"): FIRST,
    ("dead", "healthy"): "Any of the hidden layers may be the dead one.",
    ("large sigmoid", "healthy"): "Is the right activation function's rule used?",
    ("saturated output", "saturated"): "Only hidden layers count, not the output.",
    ("deep sigmoid", "healthy"): "It is the first kernel that counts: the last one's gradient is of a good size.",
    ("small relu", "healthy"): "Is the gradient measured as its norm, and is the limit 0.001?",
    ("shallow sigmoid", "vanishing"): "This one's gradient norm is well above 0.001.",
    ("large relu", "saturated"): "For ReLU only dead units count as saturated, and the output layer does not count.",
    ("relu", "exploding"): "Its gradient norm is far below 1000.",
    ("relu", "saturated"): "Less than half of its units are dead: dead means 0 for every sample.",
}


def patients(draw: np.random.Generator) -> dict[str, Patient]:
    """Cases of each finding, most often clear ones (`is_clear`)."""

    def width() -> int:
        return int(draw.integers(22, 31))

    def seed() -> int:
        return int(draw.integers(0, 2**31))

    def deep(what: str, activation: str, hidden: int, gain: float, finding: str) -> Patient:
        widths = (16, *(width() for _ in range(hidden)), 3)
        return Patient(what, widths, activation, tuple(("by_shape", seed(), gain) for _ in widths[1:]), finding)

    def layers(what: str, activation: str, starts: tuple[tuple, ...], finding: str) -> Patient:
        return Patient(what, (16, *(width() for _ in starts[1:]), 3), activation, starts, finding)

    good = ("by_shape", seed(), 1.0)
    value = float(draw.uniform(0.3, 0.6))
    return {
        "constant": layers("all weights equal", "sigmoid", (("filled", value),) * 3, "symmetric"),
        "zero relu": layers("all weights 0", "relu", (("filled", 0.0),) * 3, "symmetric"),
        "second layer": layers(
            "the second of three hidden layers equal", "tanh", (good, ("filled", 0.1), good, good), "symmetric"
        ),
        "pairs": layers(
            "units that come in two kinds", "tanh", (("repeating", 2, seed()), good, good), "not symmetric"
        ),
        "tanh": deep("tanh, weights of a good size", "tanh", int(draw.integers(3, 6)), 1.0, "healthy"),
        "large tanh": deep("tanh, weights far too large", "tanh", 4, 900.0, "saturated"),
        "large sigmoid": deep("sigmoid, weights far too large", "sigmoid", 3, 1e5, "saturated"),
        "saturated output": layers(
            "only the output layer's weights too large", "sigmoid", (good, good, ("by_shape", seed(), 1e5)), "healthy"
        ),
        "deep sigmoid": deep("many sigmoid layers", "sigmoid", int(draw.integers(11, 14)), 1.0, "vanishing"),
        "small relu": deep("ReLU, weights far too small", "relu", 6, 0.01, "vanishing"),
        "shallow sigmoid": deep("one hidden sigmoid layer", "sigmoid", 1, 1.0, "healthy"),
        "large relu": deep("ReLU, weights far too large", "relu", int(draw.integers(6, 8)), 200.0, "exploding"),
        "relu": deep("ReLU, weights of a good size", "relu", 3, 2.0, "healthy"),
    }


def is_clear(patient: Patient, samples: np.ndarray, labels: np.ndarray, seed: int) -> bool:
    """Whether no limit of the task is near: 0.5 by more than 0.1, 0.001 and 1000 by more than a factor 10."""
    network, weights = patient.network(), patient.weights(seed)
    *hidden, output = network.forward(weights, samples).activations
    flat = max(saturated(layer[0], patient.activation) for layer in hidden)
    first = float(np.linalg.norm(network.gradients(weights, samples, labels).kernels[0]))
    match patient.finding:
        case "saturated":
            return flat > 0.6
        case "vanishing":
            return flat < 0.4 and first < 1e-4
        case "exploding":
            # outputs that are 0 for every sample would let whoever counts them as dead fail here too
            return flat < 0.4 and first > 1e4 and saturated(output[0], patient.activation) <= 0.5
        case "healthy":
            return flat < 0.4 and 1e-2 < first < 1e2
    return True  # decided by the kernels alone


@dataclass(frozen=True)
class Given:
    """For each network what it is, in words, what is to be found, and what that is found by."""

    findings: Mapping[str, tuple[str, str]]
    measures: Mapping[str, Measures]


class TestDiagnose(Grader):
    notebook, function = "part1_understanding", "diagnose"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """Clear cases, sick networks beside healthy ones of a similar kind; and a dead ReLU layer."""
        samples, labels = samples_and_labels(draw, 60, 16, 3)
        features, classes = tuple(f"x{i + 1}" for i in range(16)), ("a", "b", "c")
        seed = int(draw.integers(0, 2**31))
        every = patients(draw)
        while not all(is_clear(patient, samples, labels, seed) for patient in every.values()):
            every = patients(draw)  # about one draw in five is not clear
        steps: dict[str, Expression] = {"data": library("initlab.Data", samples, labels, features, classes)}
        for name, patient in every.items():
            steps |= patient.steps(name, seed)
            steps[name] = call("diagnose", Ref(f"{name} network"), Ref(f"{name} weights"), Ref("data"))
        networks = {name: (patient.network(), patient.weights(seed)) for name, patient in every.items()}
        relu, dead = networks["relu"]
        lowered = tuple(np.where(i == 1, b - 1000.0, b) for i, b in enumerate(dead.biases))
        steps["dead weights"] = library("initlab.Weights", dead.kernels, lowered)
        steps["dead"] = call("diagnose", Ref("relu network"), Ref("dead weights"), Ref("data"))
        networks["dead"] = relu, initlab.Weights(dead.kernels, lowered)
        steps |= own_measures(networks)
        findings = {name: (patient.what, patient.finding) for name, patient in every.items()}
        findings["dead"] = ("a hidden ReLU layer of dead units", "saturated")
        measures = {name: measured(*pair, samples, labels) for name, pair in networks.items()}
        return Probe(steps, Given(findings, measures))

    @points(1)
    def test_symmetric(self, case: Case[Given]) -> None:
        """It finds hidden layers whose units are all the same, and only these."""
        compare(case, "constant", "zero relu", "second layer", "pairs", "tanh")

    @points(1)
    def test_saturated(self, case: Case[Given]) -> None:
        """It finds saturated and dead hidden layers; the output layer does not count."""
        compare(case, "large tanh", "large sigmoid", "dead", "saturated output", "tanh")

    @points(1)
    def test_vanishing(self, case: Case[Given]) -> None:
        """It finds a first layer that the gradient does not reach."""
        compare(case, "deep sigmoid", "small relu", "shallow sigmoid")

    @points(1)
    def test_exploding(self, case: Case[Given]) -> None:
        """It finds a gradient that is far too large."""
        compare(case, "large relu", "relu")


def compare(case: Case[Given], *steps: str) -> None:
    """Raises `Wrong` at the first wrong diagnosis, unless wrong helpers explain them all."""
    try:
        compare_with_right_helpers(case, *steps)
    except Wrong:
        found = {name: case.answer(name) for name in case.given.findings}
        words = {name: answer.value for name, answer in found.items() if isinstance(answer, Returned)}
        helpers = helpers_that_explain(words, case.given.measures, own_answers(case))
        if not helpers:
            raise
        raise counted_at(*helpers) from None


def compare_with_right_helpers(case: Case[Given], *steps: str) -> None:
    for step in steps:
        what, finding = case.given.findings[step]
        value = case.value(step)
        if not isinstance(value, str):
            raise Wrong(f"diagnose should return one word; it returned {type_name(value)}.", "not a word")
        if value not in WORDS:
            raise Wrong(f"The answer should be one of {', '.join(WORDS)}; it is {value[:40]!r}.", "not a word")
        if value == finding or (finding == "not symmetric" and value != "symmetric"):
            continue
        about = f"A network with {what}: the answer was {value!r}; expected {finding!r}."
        raise Wrong(f"{about} {HINTS.get((step, value), '')}", MISSED[finding])
