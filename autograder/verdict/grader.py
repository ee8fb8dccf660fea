"""What a grader is made of: one class per graded cell, its probe at the top, its tests below.

    from dataclasses import dataclass

    from autograder.sandbox.probes import call
    from autograder.verdict import values
    from autograder.verdict.grader import Case, Grader, Probe, points
    from autograder.verdict.mistakes import Mistake, expect

    @dataclass(frozen=True)
    class Given:
        number: int

    class TestDouble(Grader):
        notebook, function = "arithmetic", "double"

        @staticmethod
        def probe(draw):
            number = int(draw.integers(20, 60))
            return Probe({"one": call("double", number)}, Given(number))

        @points(2)
        def test_double(self, case: Case[Given]):
            '''The answer is twice the number.'''
            number, found = case.given.number, values.number(case.value("one"), "The answer")
            square = Mistake("squared", "That is its square.", number**2)
            expect(found, 2 * number, f"For {number} it gives {found:g}.", [square], otherwise="wrong number")

A test is a pure function of the evidence. It passes, or raises `Wrong` with a message for the student, or
`FollowsThrough` where it passes only if the student's own helper is taken for right. Any other exception is a fault of
the grader, never of the student: the check is then marked for manual grading.
The docstring's first paragraph is the name under which the student sees the check.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

import numpy as np

from autograder.evidence.answers import Answer, Missing, Raised, Returned, Stopped
from autograder.sandbox.codec import Other
from autograder.sandbox.probes import Steps


@dataclass(frozen=True)
class Probe:
    """What a grader asks for: `steps` go to the sandbox, `given` stays here for the tests to compute with."""

    steps: Steps
    given: Any = None  # a frozen dataclass of the grader's own


@dataclass(frozen=True)
class Histogram:
    """A picture for a failed check on weights: what was drawn beside what the law asks for."""

    edges: tuple[float, ...]  # n + 1 bin edges
    density: tuple[float, ...]  # n measured densities
    expected: tuple[float, ...]  # the law's density in the middle of each bin
    label: str  # the law in words, such as "N(0, 2/fan_in), kernel (300, 100)"


class Wrong(Exception):
    """What the student's code did, in the student's terms; the check fails with this message."""

    def __init__(self, message: str, misconception: str | None = None, picture: Histogram | None = None):
        super().__init__(message)
        self.message = message.rstrip()
        self.misconception = misconception  # key in the lab's catalogue; None only where no formula is known
        self.picture = picture


class FollowsThrough(Exception):
    """The check passes, as what is not right in it follows from another function, where it has cost its points.

    A test raises it with what the student should know.
    """


class Grader:
    """Base of all graders: names the function that is judged and gives the probe its drawing generator."""

    notebook: ClassVar[str]
    function: ClassVar[str]  # grade_id of the solution cell; the graded test cell is `test_<function>`

    @staticmethod
    def probe(draw: np.random.Generator) -> Probe:
        """The probe for one student; `draw` is seeded from the course secret, the student and the function."""
        raise NotImplementedError


Given = TypeVar("Given")


@dataclass(frozen=True)
class Case(Generic[Given]):
    """One student's answers to one grader's probe."""

    function: str
    given: Given
    answers: Mapping[str, Answer]

    def answer(self, step: str) -> Answer:
        """The answer to a step, whatever it is."""
        return self.answers.get(step, Stopped("it was not reached"))

    def returned(self, step: str) -> Returned:
        """The answer to a step that must have come back. Raises `Wrong` in words otherwise."""
        answer = self.answer(step)
        match answer:
            case Returned():
                return answer
            case Missing(function):
                raise Wrong(f"The notebook does not define {function}.", "not defined")
            case Raised("NotImplementedError", _, line) if line is None or "NotImplementedError" in line:
                raise Wrong(f"{self.function} is not written yet.", "not written")
            case Raised("TimeLimit", message):
                raise Wrong(f"{self.function} {message}. Is there a loop that never ends?", "too slow")
            case Raised(kind, message, line):
                where = f" at the line: {line}" if line else ""
                raise Wrong(f"{self.function} raised {kind}: {message}{where}", "raised")
            case Stopped(reason):
                raise Wrong(f"There is no answer from {self.function}: {reason}.", "stopped")

    def value(self, step: str) -> Any:
        """The value a step returned. Raises `Wrong` in words if it did not return."""
        return self.returned(step).value

    def require_untouched(self, *steps: str) -> None:
        """Raises `Wrong` if the call of one of these steps, or of any, wrote into what it was given."""
        for step in steps or self.answers:
            match self.answer(step):
                case Returned(changed=[name, *_]):
                    raise Wrong(
                        f"{self.function} writes into what it is given ({name}): whoever called it has lost what was "
                        "there.",
                        "argument changed",
                    )

    def array(self, step: str) -> np.ndarray:
        """The NumPy array a step returned. Raises `Wrong` for any other type."""
        value = self.value(step)
        if not isinstance(value, np.ndarray):
            raise Wrong(
                f"{self.function} should return a NumPy array; it returned {type_name(value)}.",
                "not an array",
            )
        return value


def type_name(value: Any) -> str:
    """A value's type in words a student knows: `None`, `a list`, `a Tensor`."""
    if value is None:
        return "None (is a return statement missing?)"
    name = value.type_name if isinstance(value, Other) else type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def points(worth: float) -> Callable[[Callable], Callable]:
    """How many of the cell's points a test carries."""

    def mark(test: Callable) -> Callable:
        test.points = worth  # type: ignore[attr-defined]
        return test

    return mark


def needs(*tests: str) -> Callable[[Callable], Callable]:
    """Tests of the same class without which this one says nothing: it is skipped, with the reason, if one failed."""

    def mark(test: Callable) -> Callable:
        test.needs = tests  # type: ignore[attr-defined]
        return test

    return mark
