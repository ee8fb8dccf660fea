"""Follow-through for `diagnose`: what it finds with the student's own helpers in place of right ones."""

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import initlab
import numpy as np

from autograder.labs.weight_initialization.follow_through import own
from autograder.labs.weight_initialization.inside import own as own_helpers
from autograder.labs.weight_initialization.q2_what_goes_wrong.saturated_fraction import saturated
from autograder.sandbox.probes import Expression, Ref, Student, library
from autograder.verdict.grader import Case, Wrong
from autograder.verdict.values import numbers

STEPS = {
    "distinct_units": "own units", "saturated_fraction": "own saturation", "gradient_norms": "own gradients",
}  # fmt: skip


@dataclass(frozen=True)
class Measures:
    """What the diagnosis of one network is found by."""

    fewest_units: float  # kinds of units in the hidden layer that has the fewest; by right helpers 1, or 2 for more
    saturated: float  # the largest part of any hidden layer
    first_gradient: float  # norm of the first kernel's

    @property
    def finding(self) -> str:
        """The first line of the task's list that is true."""
        if self.fewest_units == 1:
            return "symmetric"
        if self.saturated > 0.5:
            return "saturated"
        if self.first_gradient < 1e-3:
            return "vanishing"
        return "exploding" if self.first_gradient > 1e3 else "healthy"


FIELDS = {"distinct_units": "fewest_units", "saturated_fraction": "saturated", "gradient_norms": "first_gradient"}


def one_kind_of_unit(kernel: np.ndarray) -> bool:
    """Whether every column of a kernel agrees with the first."""
    return bool(np.abs(kernel - kernel[:, :1]).max() <= 1e-6 * np.abs(kernel).max())


def measured(network: initlab.Network, weights: initlab.Weights, samples: np.ndarray, labels: np.ndarray) -> Measures:
    """A network's measures by right helpers."""
    hidden = network.forward(weights, samples).activations[:-1]
    return Measures(
        1.0 if any(one_kind_of_unit(kernel[0]) for kernel in weights.kernels[:-1]) else 2.0,
        max(saturated(layer[0], network.hidden.name) for layer in hidden),
        float(np.linalg.norm(network.gradients(weights, samples, labels).kernels[0])),
    )


def own_measures(networks: Mapping[str, str]) -> dict[str, Expression]:
    """Steps that ask the student's own helpers about every network: by the name of its weights, whose network it is."""
    weights = [Ref(f"{name} weights") for name in networks]
    both = [Ref(f"{of} network") for of in networks.values()], weights
    asked = {
        "distinct_units": ("hidden_units", (weights,)),
        "saturated_fraction": ("hidden_saturation", (*both, Ref("data"))),
        "gradient_norms": ("first_gradients", (*both, Ref("data"))),
    }
    return {
        STEPS[helper]: library(f"{own_helpers.__name__}.{name}", *arguments, Student(helper))
        for helper, (name, arguments) in asked.items()
    }


def own_answers(case: Case[Any]) -> dict[str, list[float]]:
    """By helper what it measures for each network, in their order; without helpers that give no such numbers."""
    found = {}
    for helper, step in STEPS.items():
        answers = own(case, step)
        if isinstance(answers, list) and len(answers) == len(case.given.measures):
            try:
                layers = [numbers(value, helper) for value in answers]
            except Wrong:
                continue
            if all(layer.size for layer in layers):
                smallest = helper == "distinct_units"
                found[helper] = [decisive(layer, smallest) for layer in layers]
    return found


def decisive(layers: np.ndarray, smallest: bool) -> float:
    """Of the numbers of some layers the one that the diagnosis depends on."""
    if smallest:  # whether any is 1
        return 1.0 if np.any(layers == 1) else float(np.min(layers))
    largest = float(np.max(layers))
    return largest if not math.isnan(largest) else 0.0  # no comparison with nan is true


def helpers_that_explain(
    words: Mapping[str, Any], right: Mapping[str, Measures], own: Mapping[str, list[float]]
) -> tuple[str, ...]:
    """The fewest helpers by whose own measures every network's diagnosis is what was answered; none if no such are."""
    if not all(isinstance(word, str) for word in words.values()):
        return ()
    for count in range(1, len(own) + 1):
        for helpers in itertools.combinations(own, count):
            findings = {
                name: replace(measures, **{FIELDS[helper]: own[helper][place] for helper in helpers}).finding
                for place, (name, measures) in enumerate(right.items())
            }
            if findings == words:
                return helpers
    return ()
