"""The leak in two steps is worth nothing: whoever reads the inputs of the probes out of the sandbox, is graded, and
hands in a table of answers has changed the notebook, and is asked for others."""

import hashlib

import pytest

from autograder.course_folder import CourseFolder, open_course
from autograder.grading import Work, grade_student, prepare
from autograder.labs.weight_initialization import LAB
from autograder.sandbox import codec, probes
from autograder.sandbox.probes import answered
from autograder.verdict.grader import Grader
from autograder.verdict.judge import probe_for
from tests.small_course import ASSIGNMENT, NOTEBOOK, cell, changed, hand_in, released_course, solved

SECRETS = range(5)


def steps(grader: type[Grader], secret: int, handed_in: str) -> dict[str, bytes]:
    """Answered step -> what is asked for, as the sandbox gets it."""
    given = hashlib.sha256(handed_in.encode()).hexdigest()
    asked = probe_for(grader, str(secret).encode(), "ada", given).steps
    return {name: codec.encode(dict(asked), probes.tag, caps=codec.JOB) for name in answered(asked)}


@pytest.mark.parametrize("grader", LAB.graders, ids=lambda grader: grader.function)
def test_every_graded_function_is_asked_for_something_else(grader: type[Grader]) -> None:
    for secret in SECRETS:
        before = steps(grader, secret, "the hand-in that prints")
        assert before == steps(grader, secret, "the hand-in that prints")
        assert before != steps(grader, secret, "the hand-in with a table")


TABLE = """
import tally
def double(number):
    return tally.Tally("|" * {}.get(number, 0))
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course in which eve's first hand-in has been read."""
    folder = released_course(tmp_path_factory.mktemp("steps"))
    (folder / "course_secret").write_bytes(b"0" * 32)
    hand_in(folder, "eve", solved(folder))
    return open_course(folder, ASSIGNMENT)


@pytest.mark.slow
@pytest.mark.parametrize("inputs", ["of the submission", "of the student"])
def test_a_table_of_the_answers_of_before(inputs: str, course: CourseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """It loses; and would win where inputs were drawn for the student only, as they once were."""
    if inputs == "of the student":
        monkeypatch.setattr(Work, "given", "the same whatever is handed in")
    hand_in(course.root, "eve", solved(course.root))
    number = prepare(course, "eve", NOTEBOOK).probes()["double"].steps["one"].args[0]
    table = TABLE.format({number: 2 * number})
    hand_in(course.root, "eve", changed(solved(course.root), lambda n: cell(n, "double").update(source=table)))
    score = grade_student(course, "eve", alone=True).score
    assert score == (6 if inputs == "of the student" else 4)
