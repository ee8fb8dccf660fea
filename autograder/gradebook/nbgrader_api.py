"""nbgrader's Python API under the course's own configuration: the release, a student's grades and feedback."""

import logging
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.apps import NbGraderAPI

from autograder.course_folder import CourseFolder, load_config
from autograder.gradebook import privacy, safety
from autograder.gradebook.database import db_url
from autograder.gradebook.kernels import record_kernel
from autograder.gradebook.transaction import one_transaction
from autograder.problems import NotReady
from autograder.submission.release import STUDENTS_KERNEL, write_sources
from autograder.submission.text import clean

FULL = "database or disk is full"  # SQLite's words
# nbgrader's database says its errors there before it raises them; without a handler they would go to the terminal.
logging.getLogger("tornado.application").addHandler(logging.NullHandler())


def nbgrader_api(root: Path) -> NbGraderAPI:
    """nbgrader's Python API with the course's own configuration, which it would not load by itself."""
    _put_own_programs_on_path()
    return NbGraderAPI(config=load_config(root))


def build_release(course: CourseFolder) -> list[Path]:
    """Masters to nbgrader's source notebooks and on, by nbgrader, to the student release; the released notebooks.

    Draws the course secret where there is none yet. Raises `NotReady` with nbgrader's own words if it could not make
    the release; the one that was there is there still.
    """
    config = load_config(course.root)
    safety.check(config)
    course.draw_secret()
    write_sources(course.masters, course.root / "source" / course.assignment, course.lab.given)
    with _kept_unless_replaced(course.release):
        result = nbgrader_api(course.root).generate_assignment(course.assignment, force=True, create=True)
        if not result["success"]:
            raise NotReady(f"nbgrader could not make the release: {_errors_in(result)}")
        written = sorted(course.release.glob("*.ipynb"))
        if any(nbformat.read(path, as_version=4).metadata.get("kernelspec") != STUDENTS_KERNEL for path in written):
            raise NotReady(
                "Students' notebooks would name a kernel that they do not have: c.GenerateAssignment.preprocessors in"
                ' nbgrader_config.py should end with "autograder.gradebook.kernels.StudentsKernel".'
            )
    record_kernel(db_url(config), course.assignment)
    (course.root / "submitted").mkdir(exist_ok=True)  # else nbgrader makes it when it collects, open to everybody
    privacy.close(course.root, config)
    return written


@contextmanager
def _kept_unless_replaced(folder: Path) -> Iterator[None]:
    """Moves a folder out of the way of what takes its place, and back if that is not to be."""
    before = folder.with_name(f".{folder.name}.before")
    shutil.rmtree(before, ignore_errors=True)
    if folder.exists():
        folder.rename(before)
    try:
        yield
    except BaseException:
        if before.exists():
            shutil.rmtree(folder, ignore_errors=True)
            before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _errors_in(result: dict[str, Any]) -> str:
    """The error lines of nbgrader's log, and of the traceback in it."""
    lines = f"{result.get('log') or ''}\n{result.get('error') or ''}".splitlines()
    telling = [
        line.strip() for line in lines if re.match(r"\s*(\[ERROR\]|[\w.]+(Error|Exception|Entry|NotReady): )", line)
    ]
    return clean(" ".join(dict.fromkeys(telling)) or "it did not say why", 1000)


def _put_own_programs_on_path() -> None:
    """nbgrader starts `alembic` by name; without an activated environment only this interpreter's folder has it."""
    own = str(Path(sys.executable).parent)
    if own not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([own, os.environ.get("PATH", os.defpath)])


def autograde(course: CourseFolder, student: str) -> str:
    """Put a student's verdicts into nbgrader's gradebook, all or nothing; what went wrong, or nothing."""
    api = _api(course.root, False)
    with one_transaction(api.coursedir.db_url) as transaction:
        problem = _said(api.autograde(course.assignment, student, force=True, create=True))
        if problem:
            transaction.rollback()
    return problem


def generate_feedback(course: CourseFolder, student: str, plain: bool) -> str:
    """Write a student's feedback pages; what went wrong, or nothing. `plain` renders what students wrote as it is."""
    return _said(_api(course.root, plain).generate_feedback(course.assignment, student, force=True))


def _said(result: dict[str, Any]) -> str:
    if result["success"]:
        return ""
    if FULL in f"{result.get('log')}{result.get('error')}":
        return "the disk is full: free some space and grade again"
    return _errors_in(result)


@cache
def _api(root: Path, plain: bool) -> NbGraderAPI:
    api = nbgrader_api(root)
    if plain:
        api.config.FeedbackPage.plain = True
    return api
