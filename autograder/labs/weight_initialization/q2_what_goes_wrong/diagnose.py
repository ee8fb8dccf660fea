"""Q2, the experiment: a diagnosis of untrained networks, each of them a clear case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import initlab
import numpy as np

from autograder.labs.weight_initialization.follow_through import counted_at, own
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
    "no symmetric hidden layer": "no symmetric hidden layer",
    "saturated": "saturation missed",
    "vanishing": "vanishing gradient missed",
    "exploding": "exploding gradient missed",
    "healthy": "healthy network called sick",
}
FIRST = "Which line of the list comes first?"
HIDDEN = "Any of the hidden layers may be the symmetric one."
FIRST_KERNEL = "It is the first kernel's gradient that counts, whatever the others' are."
LIMIT = "The first kernel's gradient norm is {} here: are the limits 0.001 and 1000?"
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
    ("first layer equal", "healthy"): HIDDEN,
    ("last hidden layer equal", "healthy"): HIDDEN,
    ("output layer equal", "symmetric"): "Only hidden layers count, not the output.",
    ("rows equal", "symmetric"): "A unit is a column: here the rows are the same.",
    ("first layer saturated", "healthy"): "Any of the hidden layers may be the saturated one.",
    ("last hidden layer saturated", "healthy"): "Any of the hidden layers may be the saturated one.",
    ("most units dead", "healthy"): "Any of the hidden layers may be the dead one.",
    ("some units dead", "saturated"): "Less than half of the units are dead.",
    ("second kernel tiny", "healthy"): FIRST_KERNEL,
    ("first kernel tiny", "vanishing"): FIRST_KERNEL,
    ("second kernel huge", "healthy"): FIRST_KERNEL,
    ("first kernel huge", "exploding"): FIRST_KERNEL,
    ("just vanishing", "healthy"): LIMIT.format("0.0007"),
    ("not quite vanishing", "vanishing"): LIMIT.format("0.0014"),
    ("just exploding", "healthy"): LIMIT.format("1400"),
    ("not quite exploding", "exploding"): LIMIT.format("700"),
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


def is_clear(finding: str, measures: Measures) -> bool:
    """Whether no limit of the task is near: 0.5 by more than 0.1, 0.001 and 1000 by more than a factor 10."""
    flat, first = measures.saturated, measures.first_gradient
    match finding:
        case "saturated":
            return flat > 0.6
        case "vanishing":
            return flat < 0.4 and first < 1e-4
        case "exploding":
            return flat < 0.4 and first > 1e4
        case "healthy":
            return flat < 0.4 and 1e-2 < first < 1e2
    return True  # decided by the kernels alone


def output_is_alive(patient: Patient, samples: np.ndarray, seed: int) -> bool:
    """Whether most outputs are not flat: else whoever counts them as dead fails at an exploding network, too."""
    output = patient.network().forward(patient.weights(seed), samples).activations[-1]
    return saturated(output[0], patient.activation) <= 0.5


@dataclass(frozen=True)
class Variant:
    """A patient with other weights."""

    what: str
    of: str  # the patient
    weights: initlab.Weights
    finding: str


# a factor of the root of 2 from the limits, so that twice a limit and half of it decide otherwise
EDGES = {
    "just vanishing": ("tanh", 0.0007, "vanishing"),
    "not quite vanishing": ("tanh", 0.0014, "healthy"),
    "just exploding": ("relu", 1400.0, "exploding"),
    "not quite exploding": ("relu", 700.0, "healthy"),
}
Measure = tuple[np.ndarray, np.ndarray]  # samples and their labels


def first_norm(network: initlab.Network, weights: initlab.Weights, samples: Measure) -> float:
    """The norm of the gradient of the first kernel."""
    return float(np.linalg.norm(network.gradients(weights, *samples).kernels[0]))


def with_kernel(weights: initlab.Weights, layer: int, kernel: np.ndarray) -> initlab.Weights:
    """The weights with another kernel in one layer."""
    kernels = list(weights.kernels)
    kernels[layer] = kernel
    return initlab.Weights(tuple(kernels), weights.biases)


def scaled(weights: initlab.Weights, layer: int, factor: float) -> initlab.Weights:
    """The weights with one kernel multiplied."""
    return with_kernel(weights, layer, weights.kernels[layer] * factor)


def at_limit(network: initlab.Network, weights: initlab.Weights, samples: Measure, target: float) -> initlab.Weights:
    """The weights with the second kernel scaled until the first one's gradient has about this norm."""
    for _ in range(12):  # its gradient is nearly in proportion to the second kernel, so a few steps are enough
        weights = scaled(weights, 1, target / max(first_norm(network, weights, samples), 1e-12))
    return weights


def variants(every: Mapping[str, Patient], samples: Measure, seed: int) -> Iterator[tuple[str, Variant]]:
    """Networks in which one layer alone decides, or in which another layer than the first says something else."""
    tanh, relu = every["tanh"].weights(seed), every["relu"].weights(seed)

    def one_column(layer: int) -> initlab.Weights:
        kernel = tanh.kernels[layer]
        return with_kernel(tanh, layer, np.repeat(kernel[..., :1], kernel.shape[2], axis=2))

    def dead(part: float) -> initlab.Weights:
        lowered = np.arange(relu.biases[1].size) < part * relu.biases[1].size
        return initlab.Weights(
            relu.kernels, tuple(b - 1000.0 * lowered if i == 1 else b for i, b in enumerate(relu.biases))
        )

    rows = np.repeat(tanh.kernels[1][:, :1], tanh.kernels[1].shape[1], axis=1)
    none = "no symmetric hidden layer"
    made = {
        "first layer equal": ("all units of the first hidden layer equal", one_column(0), "symmetric"),
        "last hidden layer equal": ("all units of the last hidden layer equal", one_column(-2), "symmetric"),
        "output layer equal": ("only the output layer's units equal", one_column(-1), none),
        "rows equal": ("a hidden layer in which each unit weighs its inputs equally", with_kernel(tanh, 1, rows), none),
        "first layer saturated": ("only the first kernel far too large", scaled(tanh, 0, 300.0), "saturated"),
        "last hidden layer saturated": (
            "only the last hidden kernel far too large",
            scaled(tanh, -2, 300.0),
            "saturated",
        ),
        "second kernel tiny": ("only the second kernel far too small", scaled(tanh, 1, 1e-6), "vanishing"),
        "first kernel tiny": ("only the first kernel far too small", scaled(tanh, 0, 1e-6), "healthy"),
    }
    yield from ((name, Variant(what, "tanh", weights, finding)) for name, (what, weights, finding) in made.items())
    made = {
        "dead": ("a hidden ReLU layer of dead units", dead(1.0), "saturated"),
        "most units dead": ("two thirds of a hidden ReLU layer dead", dead(0.66), "saturated"),
        "some units dead": ("a third of a hidden ReLU layer dead", dead(0.33), "healthy"),
        "second kernel huge": ("only the second kernel far too large", scaled(relu, 1, 1e6), "exploding"),
        "first kernel huge": ("only the first kernel far too large", scaled(relu, 0, 1e6), "healthy"),
    }
    yield from ((name, Variant(what, "relu", weights, finding)) for name, (what, weights, finding) in made.items())
    for name, (of, target, finding) in EDGES.items():
        weights = at_limit(every[of].network(), every[of].weights(seed), samples, target)
        yield name, Variant(f"a first gradient norm of {target:g}", of, weights, finding)


def is_as_said(name: str, variant: Variant, measures: Measures) -> bool:
    """Whether a variant shows what it is made for, as clearly as a patient does; at an edge within 5 %."""
    if name in EDGES:
        return measures.saturated < 0.4 and 0.95 < measures.first_gradient / EDGES[name][1] < 1.05
    return is_clear(variant.finding, measures)


@dataclass(frozen=True)
class Cases:
    """What is diagnosed: patients, their variants, and what all of them measure."""

    patients: Mapping[str, Patient]
    variants: Mapping[str, Variant]
    measures: Mapping[str, Measures]


def clear_cases(draw: np.random.Generator, samples: Measure, seed: int) -> Cases:
    """Patients and their variants, drawn anew until all are clear; about one draw in five is not."""
    while True:
        every = patients(draw)
        measures = {name: measured(p.network(), p.weights(seed), *samples) for name, p in every.items()}
        clear = all(is_clear(patient.finding, measures[name]) for name, patient in every.items())
        if not clear or not all(
            output_is_alive(p, samples[0], seed) for p in every.values() if p.finding == "exploding"
        ):
            continue
        others = dict(variants(every, samples, seed))
        measures |= {name: measured(every[v.of].network(), v.weights, *samples) for name, v in others.items()}
        if all(is_as_said(name, variant, measures[name]) for name, variant in others.items()):
            return Cases(every, others, measures)


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
        cases = clear_cases(draw, (samples, labels), seed)
        every, others = cases.patients, cases.variants
        steps: dict[str, Expression] = {"data": library("initlab.Data", samples, labels, features, classes)}
        for name, patient in every.items():
            steps |= patient.steps(name, seed)
            steps[name] = call("diagnose", Ref(f"{name} network"), Ref(f"{name} weights"), Ref("data"))
        for name, variant in others.items():
            network, weights = Ref(f"{variant.of} network"), Ref(f"{name} weights")
            steps[weights.step] = library("initlab.Weights", variant.weights.kernels, variant.weights.biases)
            steps[name] = call("diagnose", network, weights, Ref("data"))
        findings = {name: (patient.what, patient.finding) for name, patient in every.items()}
        findings |= {name: (variant.what, variant.finding) for name, variant in others.items()}
        networks = {name: name for name in every} | {name: variant.of for name, variant in others.items()}
        return Probe(steps | own_measures(networks), Given(findings, cases.measures))

    @points(1)
    def test_symmetric(self, case: Case[Given]) -> None:
        """It finds hidden layers whose units are all the same, and only these."""
        compare(case, "constant", "zero relu", "second layer", "pairs", "tanh")
        compare(case, "first layer equal", "last hidden layer equal", "output layer equal", "rows equal")

    @points(1)
    def test_saturated(self, case: Case[Given]) -> None:
        """It finds saturated and dead hidden layers; the output layer does not count."""
        compare(case, "large tanh", "large sigmoid", "dead", "saturated output", "tanh")
        compare(case, "first layer saturated", "last hidden layer saturated", "most units dead")

    @points(1)
    def test_vanishing(self, case: Case[Given]) -> None:
        """It finds a first layer that the gradient does not reach."""
        compare(case, "deep sigmoid", "small relu", "shallow sigmoid", "second kernel tiny", "first kernel tiny")
        compare(case, "just vanishing", "not quite vanishing")

    @points(1)
    def test_exploding(self, case: Case[Given]) -> None:
        """It finds a gradient that is far too large."""
        compare(case, "large relu", "relu", "some units dead", "second kernel huge", "first kernel huge")
        compare(case, "just exploding", "not quite exploding")


def compare(case: Case[Given], *steps: str) -> None:
    """Raises `Wrong` at the first wrong diagnosis, unless wrong helpers explain them all."""
    try:
        compare_with_right_helpers(case, *steps)
    except Wrong:
        words = {name: own(case, name) for name in case.given.findings}
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
        if value == finding or (finding not in WORDS and value != "symmetric"):
            continue
        about = f"A network with {what}: the answer was {value!r}; expected {finding!r}."
        raise Wrong(f"{about} {HINTS.get((step, value), '')}", MISSED[finding])
