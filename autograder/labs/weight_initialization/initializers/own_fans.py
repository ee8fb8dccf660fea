"""Follow-through for `fans`: a law that is missed with the right fans is looked at with the student's own.

A mistake in `fans` costs its points there. An initializer that makes the right law of those numbers has made no other.
What the student's `fans` gives is evidence like any other: it was asked, in the same probe, for every kernel's shape.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.labs.weight_initialization.follow_through import counted_at, own
from autograder.labs.weight_initialization.initializers.laws import Shape, fans
from autograder.labs.weight_initialization.initializers.probing import OWN_FANS, fans_asked
from autograder.verdict.grader import Case, Wrong
from autograder.verdict.values import numbers

Pair = tuple[float, float]
# Fans that hardly depend on the shape are no slip in them, but a way to ask for any law at all.
FEWEST_DIFFERENT = 0.5  # of the pairs that differ, of those that do with the right fans


def follow(case: Case[Any], check: Callable[[Case[Any]], None]) -> None:
    """The check on the case as it is; where it fails, on the case with the student's own fans.

    Raises `Wrong` where both fail, with the words of the first, and `FollowsThrough` where only the second passes.
    """
    try:
        check(case)
    except Wrong as wrong:
        other = with_own_fans(case)
        if other is None:
            raise
        try:
            check(other)
        except Wrong:
            raise wrong from None
        raise counted_at("fans") from None


def with_own_fans(case: Case[Any]) -> Case[Any] | None:
    """The case with the student's own fans; None where they are right, or are no fans."""
    found = own_fans(case)
    if found is None or all(found[shape] == fans(shape) for shape in found):
        return None
    given = case.given.with_kernels(lambda kernel: replace(kernel, own_fans=found[kernel.shape]))
    return replace(case, given=given)


def own_fans(case: Case[Any]) -> dict[Shape, Pair] | None:
    """What the student's `fans` gave for each shape; None unless it is a pair of numbers that differ as fans do."""
    answers = own(case, OWN_FANS)
    shapes = fans_asked(case.given.asked)
    if not isinstance(answers, list) or len(answers) != len(shapes):
        return None
    pairs = [_pair(value) for value in answers]
    found = {shape: pair for shape, pair in zip(shapes, pairs, strict=True) if pair is not None}
    if len(found) < len(shapes):
        return None
    different = len({fans(shape) for shape in shapes})
    return found if len(set(found.values())) >= FEWEST_DIFFERENT * different else None


def _pair(value: Any) -> Pair | None:
    try:
        found = numbers(value, "fans")
    except Wrong:
        return None
    if found.shape != (2,) or not np.all((found > 0) & np.isfinite(found)):
        return None
    return float(found[0]), float(found[1])
