"""Q2, the experiment: a diagnosis of untrained networks, each of them a clear case."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from autograder.labs.weight_initialization.follow_through import counted_at, own
from autograder.labs.weight_initialization.q2_what_goes_wrong.diagnose_by_helpers import (
    Measures,
    helpers_that_explain,
    own_answers,
    own_measures,
)
from autograder.labs.weight_initialization.q2_what_goes_wrong.diagnose_cases import (
    EARLY,
    HALF,
    JUST,
    LATE,
    clear_cases,
    samples_of_which_one_differs,
)
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
    ("saturated, then equal", "saturated"): FIRST,
    ("equal, then saturated", "saturated"): FIRST,
    ("equal and huge", "exploding"): FIRST,
    **{(half, "saturated"): "Half of a layer is not above 0.5." for half in HALF},
    ("equal but for rounding", "healthy"): "The units are counted by `distinct_units`, which has a tolerance.",
    ("sunk", "healthy"): "Is the right activation function's rule used?",
    ("lowered", "saturated"): "Is the right activation function's rule used?",
    ("dead and huge", "exploding"): FIRST,
    (JUST, "healthy"): "More than half of a layer is above 0.5.",
    (EARLY, "saturated"): "Dead means 0 for every sample: are all of them looked at?",
    (LATE, "saturated"): "Dead means 0 for every sample: are all of them looked at?",
    ("most units dead", "healthy"): "Any of the hidden layers may be the dead one.",
    ("some units dead", "saturated"): "Less than half of the units are dead.",
    ("second kernel tiny", "healthy"): FIRST_KERNEL,
    ("first kernel tiny", "vanishing"): FIRST_KERNEL,
    ("second kernel huge", "healthy"): FIRST_KERNEL,
    ("first kernel huge", "exploding"): FIRST_KERNEL,
    ("just vanishing", "healthy"): LIMIT.format("0.00096"),
    ("not quite vanishing", "vanishing"): LIMIT.format("0.00104"),
    ("just exploding", "healthy"): LIMIT.format("1040"),
    ("not quite exploding", "exploding"): LIMIT.format("960"),
    ("relu", "exploding"): "Its gradient norm is far below 1000.",
    ("relu", "saturated"): "Less than half of its units are dead: dead means 0 for every sample.",
}


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
        samples, labels = samples_of_which_one_differs(draw)
        features, classes = tuple(f"x{i + 1}" for i in range(samples.shape[1])), ("a", "b", "c")
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
        compare(case, "equal but for rounding")
        compare(case, "saturated, then equal", "equal, then saturated", "equal and huge")
        case.require_untouched()

    @points(1)
    def test_saturated(self, case: Case[Given]) -> None:
        """It finds saturated and dead hidden layers; the output layer does not count."""
        compare(case, "large tanh", "large sigmoid", "dead", "saturated output", "tanh")
        compare(case, "first layer saturated", "last hidden layer saturated", "most units dead")
        compare(case, "lowered", "sunk", "dead and huge", JUST, *HALF, EARLY, LATE)

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
        words = f"{about} {HINTS.get((step, value), '')}"
        alarms = false_alarms(case)
        if step in alarms and alarms == set(HALF):
            raise Wrong(words, "limit included")
        if step in alarms and alarms in ({LATE}, {EARLY}):
            raise Wrong(words, "not all samples")
        raise Wrong(words, MISSED[finding])


def false_alarms(case: Case[Given]) -> set[str]:
    """The healthy networks that are called saturated."""
    healthy = (name for name, (_, finding) in case.given.findings.items() if finding == "healthy")
    return {name for name in healthy if own(case, name) == "saturated"}
