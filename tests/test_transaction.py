"""A student's row is all of one grading: a fault at any of nbgrader's own commits leaves what was there before."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from nbgrader.api import Gradebook
from sqlalchemy.orm import Session

from autograder.class_grading import grade_class
from autograder.course_folder import CourseFolder, open_course
from autograder.gradebook import recorder
from autograder.grading import GradedStudent
from tests.test_lab import HAND_INS, hand_in, released

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[CourseFolder, GradedStudent]:
    """A course with one student, and what is decided about their hand-in."""
    folder = released(tmp_path_factory.mktemp("transaction") / "course")
    course = open_course(folder, "arithmetic")
    hand_in(folder, "ann", HAND_INS["right"])
    (found,) = grade_class(course, ("ann",), workers=1)
    return course, found


def row(course: CourseFolder) -> list[tuple]:
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        (notebook,) = gradebook.find_submission("arithmetic", "ann").notebooks
        comments = [(comment.name, comment.auto_comment) for comment in notebook.comments]
        return [(g.name, g.auto_score, g.manual_score, g.needs_manual_grade) for g in notebook.grades] + comments


def stale(course: CourseFolder) -> list[tuple]:
    """The row as an earlier grading might have left it; changed in the gradebook."""
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        (notebook,) = gradebook.find_submission("arithmetic", "ann").notebooks
        for grade in notebook.grades:
            grade.auto_score = 1.5
        for comment in notebook.comments:
            comment.auto_comment = "of an earlier grading"
        gradebook.db.commit()
    return row(course)


@contextmanager
def at_each_commit(monkeypatch: pytest.MonkeyPatch, happens: Callable[[int], None]) -> Iterator[list[int]]:
    """Calls `happens` with the number of each commit of nbgrader's, before it is made; gives the numbers so far."""
    seen: list[int] = []
    stock = Session.commit

    def commit(session: Session) -> None:
        seen.append(len(seen))
        happens(seen[-1])
        stock(session)

    with monkeypatch.context() as patch:
        patch.setattr(Session, "commit", commit)
        yield seen


def test_a_fault_at_any_commit_leaves_the_row_as_it_was(
    graded: tuple[CourseFolder, GradedStudent], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, found = graded
    with at_each_commit(monkeypatch, lambda number: None) as commits:
        assert recorder.autograde(course, found) == ""
    after = row(course)
    before = stale(course)
    assert len(commits) > 5 and before != after

    for strike in commits:

        def fault(number: int, strike: int = strike) -> None:
            if number == strike:
                raise RuntimeError("a fault")

        with at_each_commit(monkeypatch, fault):
            assert recorder.autograde(course, found) != ""
        assert row(course) == before, f"commit {strike}"
    assert recorder.autograde(course, found) == "" and row(course) == after


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_process_killed_at_a_commit_leaves_the_row_as_it_was(
    share: float, graded: tuple[CourseFolder, GradedStudent], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, found = graded
    with at_each_commit(monkeypatch, lambda number: None) as commits:
        assert recorder.autograde(course, found) == ""
    before = stale(course)
    strike = round(share * commits[-1])

    def kill(number: int) -> None:
        if number == strike:
            os.kill(os.getpid(), signal.SIGKILL)

    with at_each_commit(monkeypatch, kill):
        writer = multiprocessing.get_context("fork").Process(target=recorder.autograde, args=(course, found))
        writer.start()
        writer.join(60)
    assert writer.exitcode == -signal.SIGKILL
    assert row(course) == before
