"""Whether the generator that an experiment was given went on as far as its draws have to take it."""

from typing import Any

import numpy as np

from autograder.labs.weight_initialization.asking import inside
from autograder.sandbox.probes import Call, Ref
from autograder.verdict.grader import Case, Wrong


def upcoming(generator: str) -> Call:
    """Asks for the next number of the generator that this step of the probe named."""
    return inside("upcoming", Ref(generator))


def went_on(case: Case[Any], step: str, seed: int, numbers: int) -> bool:
    """Whether the generator that started from this seed had given so many numbers, or more, when `step` asked for one.

    Whatever the order of the draws, a weight takes a number; a copy that draws, or a state put back, leaves it behind.
    """
    return case.value(step) not in np.random.default_rng(seed).bit_generator.random_raw(numbers).tolist()


def expect_went_on(case: Case[Any], step: str, seed: int, numbers: int) -> None:
    """Raises `Wrong` unless the generator went on."""
    if not went_on(case, step, seed, numbers):
        raise Wrong(
            f"After the call, `rng` had not gone on past the {numbers} numbers that the weights take: they were drawn"
            " from a copy of it or from another generator, or its state was put back. The next call would repeat them.",
            "generator not moved on",
        )
