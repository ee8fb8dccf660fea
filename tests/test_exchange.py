"""nbgrader's exchange on one machine, with the shipped configuration: release, fetch, submit, collect, grade."""

import os
import shutil
import subprocess

import pytest
from nbgrader.api import Gradebook

from autograder.course_folder import open_course
from autograder.labs.weight_initialization import LAB
from autograder.submission.release import notebook_from
from autograder.verdict.judge import max_points
from tests.conftest import ASSIGNMENT

pytestmark = pytest.mark.slow


def nbgrader(folder, *words):
    environment = os.environ | {"NB_USER": "ada", "USER": "ada", "LOGNAME": "ada"}
    run = subprocess.run(["nbgrader", *words], cwd=folder, capture_output=True, text=True, env=environment)
    assert run.returncode == 0, run.stderr[-3000:]
    return run.stderr


def test_a_hand_in_travels_from_release_to_grade(course, tmp_path):
    import nbformat

    nbgrader(course, "release_assignment", ASSIGNMENT)
    student = tmp_path / "student"
    student.mkdir()
    shutil.copy(course / "nbgrader_config.py", student)
    config = student / "nbgrader_config.py"
    # a student's own folder, the course's exchange
    config.write_text(
        config.read_text().replace("course = Path(__file__).resolve().parent", f"course = Path({str(course)!r})")
    )
    nbgrader(student, "fetch_assignment", ASSIGNMENT)
    assert (student / ASSIGNMENT / "initlab" / "__init__.py").exists()
    for master in open_course(course).masters:
        nbformat.write(notebook_from(master), student / ASSIGNMENT / f"{master.stem}.ipynb")
    nbgrader(student, "submit", ASSIGNMENT)
    nbgrader(course, "collect", ASSIGNMENT)
    (collected,) = (course / "submitted").iterdir()
    nbgrader(course, "autograde", ASSIGNMENT)
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        submission = gradebook.find_submission(ASSIGNMENT, collected.name)
        scored = sum(grade.auto_score or 0 for notebook in submission.notebooks for grade in notebook.grades)
        assert scored == sum(max_points(LAB.graders).values())
