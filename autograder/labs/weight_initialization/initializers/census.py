"""What very many draws are like, read from the few numbers that were kept of them."""

import math
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.labs.weight_initialization.catalogue import tells
from autograder.labs.weight_initialization.initializers.naming import table
from autograder.labs.weight_initialization.initializers.probing import CENSUS
from autograder.labs.weight_initialization.initializers.weights import Drawn, named
from autograder.verdict.grader import Case, Wrong
from autograder.verdict.statistics import checks, samples, tails

SHARE = 0.25
"""The part of a scale's check that these draws have. A normal law that is cut at three standard deviations, and not
corrected, has 1.34 % less spread. Of 510,000 draws the bound is .66 %, 6.7 standard errors from that."""


def read(case: Case[Any]) -> tuple[tails.Draws, ...]:
    """The draws of a case; none where none are asked for. Raises `Wrong` where a kernel has no finite floats."""
    kernels = case.given.plan.census
    if not kernels:
        return ()
    found = case.value(CENSUS)
    if not isinstance(found, list) or len(found) != len(kernels):
        raise Wrong(f"There is no answer from {case.function} that can be read.", "stopped")
    return tuple(_draws(numbers) for numbers in found)


def _draws(numbers: Any) -> tails.Draws:
    names = tails.Draws.__dataclass_fields__
    if not isinstance(numbers, dict) or set(numbers) != set(names):
        raise named("lawful in places")  # small kernels have passed
    values = {name: value if isinstance(value, float) else 0.0 for name, value in numbers.items()}
    if not all(np.isfinite(list(values.values()))) or min(values["std"], values["draws"]) <= 0:
        raise named("lawful in places")
    return tails.Draws(**values)


REPEATED = 3.0  # weights: so often numbers that are used twice or three times stand anywhere, another check's business


def _beyond_a_few(one: tails.Draws) -> tails.Draws:
    return replace(one, at_largest=max(1.0, one.at_largest - REPEATED), zeros=max(0.0, one.zeros - REPEATED))


def check_not_clipped(many: tuple[tails.Draws, ...], drawn: Drawn) -> None:
    """Raises `Wrong` if many weights are exactly as large as the largest, or exactly 0."""
    counted = many or tuple(_beyond_a_few(tails.in_numbers(w.array)) for w in drawn.weights if np.any(w.array))
    if not tails.tied(counted):
        return
    shown = max(counted, key=lambda one: max(one.at_largest - 1, one.zeros))
    said = f"Of {shown.draws:.0f} weights {shown.at_largest:.0f} are exactly {shown.largest:.6g} in size"
    raise Wrong(f"{tells('clipped')} {said}, {shown.zeros:.0f} exactly 0.", "clipped")


def check_tails(many: tuple[tails.Draws, ...]) -> None:
    """Raises `Wrong` unless so many draws have a normal law's fourth moment."""
    if many and not tails.normal_tails(many):
        kurtosis = tails.kurtosis_of(many)
        raise Wrong(
            "The weights look normal in the middle, and not in their tails: their mean fourth power is "
            f"{kurtosis:.3g} times their variance squared, that of normal draws 3. Draw from the normal law itself.",
            None,
        )


def spread_left(case: Case[Any]) -> float:
    """The part of its spread that the law has left where it was clipped, which the check on the law says; else 1."""
    try:
        many = read(case)
    except Wrong:
        return 1.0
    return tails.spread_left(max(one.reach for one in many)) if many and tails.tied(many) else 1.0


def check_spread_of_many(case: Case[Any], drawn: Drawn) -> None:
    """Raises `Wrong` unless all these draws together have the law's standard deviation."""
    many, kernels = read(case), case.given.plan.census
    if not many:
        return
    stds = np.asarray([drawn.law.std(kernel) for kernel in kernels])
    centres = [one.mean if drawn.off_centre else 0.0 for one in many]
    measured = [
        math.sqrt(max(0.0, one.std**2 - centre**2)) / drawn.left for one, centre in zip(many, centres, strict=True)
    ]
    sizes = np.asarray([one.draws for one in many])
    groups = samples.groups_of(len(many), [], range(len(many)))
    if np.any(samples.other_spread((measured / stds) ** 2, sizes, groups, checks.CHECK_ALPHA * SHARE)):
        numbers = table([str(kernel) for kernel in kernels], measured, stds.tolist())
        raise Wrong(f"The spread does not match any known formula.\n{numbers}", None)
