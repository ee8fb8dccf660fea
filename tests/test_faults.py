"""A fault in any trusted step costs the one student it strikes: the others are the same to the byte.

The faults are generated from the list of steps: a new step is injected into as soon as it is in the list.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.bounds import Step
from autograder.class_grading import grade_class
from autograder.course_folder import CourseFolder, open_course
from autograder.gradebook.recorder import recorder
from autograder.grading import GradedStudent
from tests.faults import KINDS, fault
from tests.test_lab import HAND_INS, hand_in, released

pytestmark = pytest.mark.slow

STUDENTS = ("ann", "bob", "cat", "dan", "eve", "fay")
WRITING = (Step.RECORD, Step.RENDER)
FAULTS = [(step, kind) for step in Step for kind in KINDS]
# Every step once and every kind once; `make faults` takes all kinds at all steps, for a student in every position.
SAMPLE = [(step, list(KINDS)[n % len(KINDS)]) for n, step in enumerate(Step)]


def _cases(writing: bool) -> list:
    return [
        pytest.param(student, step, kind, id=f"{step.name}-{kind}-{student}", marks=marks)
        for n, (step, kind) in enumerate(FAULTS)
        for m, student in enumerate(STUDENTS)
        if (step in WRITING) == writing
        for marks in [[] if (step, kind) in SAMPLE and m == n % len(STUDENTS) else [pytest.mark.thorough]]
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of the miniature lab with six students."""
    folder = released(tmp_path_factory.mktemp("faults") / "course")
    answers = list(HAND_INS.values())
    for number, student in enumerate(STUDENTS):
        hand_in(folder, student, answers[number % len(answers)])
    return folder


@pytest.fixture
def course(folder: Path, tmp_path: Path) -> CourseFolder:
    """A copy of it in which nothing is graded yet."""
    shutil.copytree(folder, tmp_path / "course")
    return open_course(tmp_path / "course", "arithmetic")


def graded(course: CourseFolder) -> dict[str, GradedStudent]:
    return {one.student: one for one in grade_class(course, STUDENTS, workers=1)}


def as_bytes(one: GradedStudent) -> list[str]:
    return [verdict.to_json() for verdict in one.verdicts]


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, GradedStudent]:
    """What is decided without a fault."""
    copy = tmp_path_factory.mktemp("undisturbed") / "course"
    shutil.copytree(folder, copy)
    return graded(open_course(copy, "arithmetic"))


@pytest.mark.parametrize(("victim", "step", "kind"), _cases(writing=False))
def test_a_fault_in_grading_costs_one_student(
    victim: str, step: Step, kind: str, course: CourseFolder, undisturbed: dict[str, GradedStudent], tmp_path: Path
) -> None:
    with fault(victim, step, kind, tmp_path):
        found = graded(course)
    assert found.keys() == set(STUDENTS)
    for student in set(STUDENTS) - {victim}:
        assert as_bytes(found[student]) == as_bytes(undisturbed[student]) and not found[student].by_hand
    struck = found[victim]
    assert struck.by_hand.startswith(step) and struck.score == 0 and struck.max_score == 6
    assert all(verdict.needs_hand("double") for verdict in struck.verdicts)
    assert "hidden value" not in "".join(as_bytes(struck))  # what an exception says is for the instructor


def rows(course: CourseFolder) -> dict[str, list[tuple]]:
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        return {
            submission.student.id: [
                (grade.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade)
                for notebook in submission.notebooks
                for grade in notebook.grades
            ]
            for submission in gradebook.assignment_submissions(course.assignment)
        }


def written(course: CourseFolder, step: str, student: str) -> dict[str, str]:
    folder = course.root / step / student / course.assignment
    return {path.name: path.read_text() for path in sorted(folder.glob("sums.*"))}


@pytest.fixture(scope="module")
def recorded(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourseFolder]:
    """The course recorded without a fault."""
    copy = tmp_path_factory.mktemp("recorded") / "course"
    shutil.copytree(folder, copy)
    course = open_course(copy, "arithmetic")
    with recorder(course) as writer:
        assert {writer.record(one, True) for one in graded(course).values()} == {""}
    yield course


@pytest.mark.parametrize(("victim", "step", "kind"), _cases(writing=True))
def test_a_fault_in_writing_costs_one_student(
    victim: str, step: Step, kind: str, course: CourseFolder, recorded: CourseFolder, tmp_path: Path
) -> None:
    shutil.copy(recorded.root / "course_secret", course.root)
    everyone = graded(course)
    with fault(victim, step, kind, tmp_path), recorder(course) as writer:
        problems = {student: writer.record(everyone[student], True) for student in STUDENTS}
    assert {student for student, problem in problems.items() if problem} == {victim}
    assert step in problems[victim]
    others = set(STUDENTS) - {victim}
    assert {s: rows(course)[s] for s in others} == {s: rows(recorded)[s] for s in others}
    for student in others:
        for place in ("autograded", "feedback"):
            assert written(course, place, student) == written(recorded, place, student) != {}
    if step is Step.RENDER:
        assert rows(course)[victim] == rows(recorded)[victim]


def test_every_step_is_bounded_and_struck() -> None:
    """The steps that the code enters are those of the list, so that the tests above strike them all."""
    entered = set()
    for path in (Path(__file__).parent.parent / "autograder").rglob("*.py"):
        text = path.read_text()
        entered |= {step for step in Step if f"bounded(Step.{step.name}" in text}
    assert entered == set(Step)


def test_the_reason_reaches_the_table(course: CourseFolder, tmp_path: Path) -> None:
    with fault("bob", Step.JUDGE, "a_kill", tmp_path):
        found = graded(course)["bob"]
    assert found.by_hand == "judging did not come to an end (it was killed, perhaps for lack of memory)"
    assert json.loads(found.verdicts[0].to_json())["notices"] == [
        "To be graded by hand, because judging did not work out."
    ]
