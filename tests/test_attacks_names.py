"""What students are called and when they hand in: names are kept apart or refused in words, nobody else is touched."""

import re
import shutil

import pytest

from autograder import grading
from tests.attacks.attack import NOTEBOOK
from tests.attacks.battlefield import HONEST, MODEST, Battle, gradebook, record
from tests.attacks.reading import artefacts

pytest_plugins = ("tests.attacks.fixtures",)
pytestmark = pytest.mark.slow

NAMES = [
    "a\nb",
    " ada",
    "ada ",
    "em*",
    "[ae]da",
    "a?a",
    "<script>",
    "a\x1b[31mb",
    "a\u202eb",
    "x" * 200,
    "a\\b",
    "a\udcffb",
]
STRANGE_BUT_GOOD = [
    "jos\u00e9",
    "jose\u0301",
    "Ada",
    "ADA",
    "\u0430da",
    "..x",
    "-rf",
    "a'b",
    "{student_id}",
    "$(id)",
    "=1+1",
    "a+b",
    "王",
    "o b",
]


def name_a_student(battle: Battle, name: str, like: str) -> None:
    source = battle.course.root / "submitted" / like
    shutil.copytree(source, battle.course.root / "submitted" / name)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_nbgrader_would_misread_is_said_and_changes_nothing(name: str, usual: Battle) -> None:
    name_a_student(usual, name, HONEST)
    before = gradebook(usual.course)
    student = grading.grade_student(usual.course, name, alone=True)
    assert "Rename the folder" in record(usual.course, student, feedback=True)
    assert gradebook(usual.course) == before
    shutil.rmtree(usual.course.root / "submitted" / name)


def test_names_that_look_alike_stay_apart(usual: Battle) -> None:
    before = gradebook(usual.course)
    scores = {}
    for number, name in enumerate(STRANGE_BUT_GOOD):
        name_a_student(usual, name, HONEST if number % 2 else MODEST)
        student = grading.grade_student(usual.course, name, alone=True)
        assert record(usual.course, student, feedback=True) == ""
        scores[name] = student.score
        shutil.rmtree(usual.course.root / "submitted" / name)
    after = gradebook(usual.course)
    assert {name: sum(after[name]["auto"].values()) for name in STRANGE_BUT_GOOD} == scores
    assert {name: after[name] for name in before} == before
    assert len(set(scores.values())) == 2


def test_a_file_replaced_between_grading_and_recording_is_graded_as_it_then_is(usual: Battle) -> None:
    name_a_student(usual, "quick", HONEST)
    student = grading.grade_student(usual.course, "quick", alone=True)
    shutil.copy(usual.course.submitted(MODEST, NOTEBOOK), usual.course.submitted("quick", NOTEBOOK))
    assert record(usual.course, student, feedback=True) == ""
    said = gradebook(usual.course)
    assert said["quick"]["auto"] == said[MODEST]["auto"] != said[HONEST]["auto"]
    assert not re.search("canary-(?!neighbour)", str(artefacts(usual, "quick")))
