"""A running course is upgraded: gradebook, records and hand-ins of the first version, graded by this one.

`first_version/course.tar.xz` was made by version 0.1.0 (commit de2f619): Part 2 with three functions and an answer in
words, two students, both graded by machine and then by hand. It is read here as it is and never made anew.
"""

import json
import re
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jupytext
import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook

from autograder.cli import DONE, main
from autograder.course_folder import load_config
from autograder.evidence import store as evidence_store
from autograder.evidence.answers import Asked
from autograder.gradebook import safety
from autograder.gradebook.kernels import recorded_kernels
from autograder.submission.release import NO_KERNEL
from autograder.verdict import store as verdict_store
from tests.conftest import ASSIGNMENT, REPOSITORY

FIRST = REPOSITORY / "tests" / "first_version" / "course.tar.xz"
NOTEBOOK = "part2_techniques"
CHECKED = {"ada": {"fans": 2, "zeros": 1, "constant": 2}, "emmy": {"fans": 2, "zeros": 0, "constant": 0}}
KEPT = {"fans", "zeros", "constant", "q4_words", "setup"}  # cells of the course


def unpacked(folder: Path) -> Path:
    with tarfile.open(FIRST) as archive:
        archive.extractall(folder, filter="data")
    return folder


def by_machine(course: Path) -> dict[str, dict[str, float]]:
    """Student -> function -> points by machine."""
    return of_gradebook(
        course, lambda one: {g.name.removeprefix("test_"): g.auto_score for g in one.grades if g.name != "q4_words"}
    )


def by_hand(course: Path) -> dict[str, Any]:
    """All that a person put into the gradebook, by student: points and extra credit, comments."""
    return of_gradebook(
        course,
        lambda one: (
            {grade.name: (grade.manual_score, grade.extra_credit) for grade in one.grades},
            {comment.name: comment.manual_comment for comment in one.comments},
        ),
    )


def of_gradebook(course: Path, said: Callable[[Any], Any]) -> dict[str, Any]:
    """Student -> what the gradebook says of the notebook."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        return {one.student.id: said(one.notebooks[0]) for one in book.assignment_submissions(ASSIGNMENT)}


def words_of_page(course: Path, student: str) -> str:
    page = course / "feedback" / student / ASSIGNMENT / f"{NOTEBOOK}.html"
    body = BeautifulSoup(page.read_text(), "html.parser").body
    assert body is not None
    return " ".join(body.text.split())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course as the first version left it."""
    return unpacked(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """After this version has graded it, with its own configuration and the release that students have."""
    course = unpacked(tmp_path_factory.mktemp("graded"))
    shutil.copy(REPOSITORY / "nbgrader_config.py", course)
    assert main(["--course", str(course), "grade"]) == DONE
    return course


@pytest.fixture(scope="module")
def released(graded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """After a new release in the middle of the course, and another grading."""
    course = tmp_path_factory.mktemp("released") / "course"
    shutil.copytree(graded, course)
    master = jupytext.read(REPOSITORY / "source" / f"{NOTEBOOK}.py", fmt="py:percent")
    master.cells = [cell for cell in master.cells if KEPT & set(map(str, cell.metadata.values()))]
    jupytext.write(master, course / "source" / f"{NOTEBOOK}.py", fmt="py:percent")
    assert main(["--course", str(course), "release"]) == DONE
    assert main(["--course", str(course), "grade"]) == DONE
    return course


def test_its_configuration_is_refused_with_what_to_do(first: Path) -> None:
    with pytest.raises(safety.UnsafeConfiguration) as refusal:
        safety.check(load_config(first))
    assert "autograder.course" in str(refusal.value) and "nbgrader_config.py" in str(refusal.value)
    assert re.search(r"an older version.*copy the nbgrader_config.py", str(refusal.value))


def test_its_records_are_not_taken_for_ours_and_do_no_harm(first: Path) -> None:
    folder = first / "records" / ASSIGNMENT / "ada"
    key = json.loads((folder / f"{NOTEBOOK}.verdict.json").read_text())["key"]
    assert verdict_store.load(folder, NOTEBOOK, key) is None
    assert evidence_store.load(folder, NOTEBOOK, key, Asked(frozenset(), frozenset())) is None


@pytest.mark.slow
@pytest.mark.parametrize("when", ["graded", "released"])
def test_points_by_machine_are_what_they_were(when: str, request: pytest.FixtureRequest, first: Path) -> None:
    course = request.getfixturevalue(when)
    assert by_machine(course) == CHECKED == by_machine(first)


@pytest.mark.slow
@pytest.mark.parametrize("when", ["graded", "released"])
def test_what_was_given_by_hand_is_kept(when: str, request: pytest.FixtureRequest, first: Path) -> None:
    given = by_hand(first)
    assert given["ada"][0]["q4_words"] == (1.5, 0.25) and given["emmy"][0]["test_constant"] == (1.0, None)
    assert given["emmy"][1]["q4_words"] == "Which gradient is zero?"
    assert by_hand(request.getfixturevalue(when)) == given


@pytest.mark.slow
def test_records_say_their_format_and_stand_in_place_of_the_old_ones(graded: Path) -> None:
    folder = graded / "records" / ASSIGNMENT / "emmy"
    assert json.loads((folder / f"{NOTEBOOK}.verdict.json").read_text())["format"] == verdict_store.FORMAT
    (length,) = evidence_store._LENGTH.unpack_from((folder / f"{NOTEBOOK}.evidence").read_bytes())
    head = json.loads((folder / f"{NOTEBOOK}.evidence").read_bytes()[4 : 4 + length])
    assert head["format"] == evidence_store.FORMAT
    assert sorted(path.name for path in folder.iterdir()) == [f"{NOTEBOOK}.evidence", f"{NOTEBOOK}.verdict.json"]


@pytest.mark.slow
def test_nbgrader_by_itself_finds_no_kernel_in_a_gradebook_of_before(first: Path, graded: Path) -> None:
    def kernels(course: Path) -> dict[str, str]:
        return recorded_kernels(f"sqlite:///{course}/gradebook.db", ASSIGNMENT)

    assert kernels(first) == {NOTEBOOK: "python3"}
    assert kernels(graded) == {NOTEBOOK: NO_KERNEL["name"]}


@pytest.mark.slow
def test_a_hand_in_of_the_release_that_students_have_is_no_older_one_and_its_cells_run(graded: Path) -> None:
    words = words_of_page(graded, "ada")
    assert "older release" not in words and "did not run" not in words


@pytest.mark.slow
def test_cells_that_a_new_release_has_changed_are_named_and_nobody_is_blamed(released: Path) -> None:
    for student in CHECKED:
        words = words_of_page(released, student)
        assert "begun in an older release; it was graded with today's text of “setup”" in words
        assert "had been changed" not in words
