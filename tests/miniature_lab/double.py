"""The one graded function of the miniature lab: a number doubled, as strokes."""

from dataclasses import dataclass

import numpy as np

from autograder.sandbox.probes import call
from autograder.verdict.grader import Case, Grader, Probe, Wrong, needs, points
from autograder.verdict.mistakes import Mistake, expect


@dataclass(frozen=True)
class Given:
    """What is doubled."""

    number: int


class TestDouble(Grader):
    notebook, function = "sums", "double"

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        number = int(draw.integers(3, 60))
        return Probe({"one": call("double", number)}, Given(number))

    @points(1)
    def test_tally(self, case: Case[Given]) -> None:
        """It returns a Tally."""
        strokes(case)

    @points(2)
    @needs("test_tally")
    def test_double(self, case: Case[Given]) -> None:
        """The tally is twice the number."""
        number, found = case.given.number, len(strokes(case))
        square = Mistake("squared", "That is its square.", number**2)
        expect(found, 2 * number, f"For {number} it gives {found}.", [square], otherwise="wrong double")

    @points(3)
    def test_broken(self, case: Case[Given]) -> None:
        """A grader that has a fault where it sees 13 strokes."""
        if case.value("one") == {"strokes": "|" * 13}:
            raise KeyError("a hidden value")


def strokes(case: Case[Given]) -> str:
    """The strokes of the tally that came back. Raises `Wrong` if none did."""
    match case.value("one"):
        case {"strokes": str(found)}:
            return found
    raise Wrong("That is not a Tally.", "no tally")
