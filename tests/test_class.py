"""The example class, graded end to end: sandbox, graders, nbgrader's gradebook and feedback pages."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from nbgrader.api import Gradebook

from autograder.class_grading import grade_class
from autograder.course_folder import open_course
from autograder.labs.weight_initialization import LAB
from autograder.submission.example_class import examples
from autograder.verdict.judge import max_points
from autograder.verdict.verdict import say
from tests.conftest import ASSIGNMENT, hand_in_example_class

pytestmark = pytest.mark.slow

CLASS = LAB.example_class
EXAMPLES = {example.student: example for example in examples(CLASS)}
MACHINE_POINTS = sum(max_points(LAB.graders).values())


@pytest.fixture(scope="module")
def graded(released_course, tmp_path_factory):
    """The course after `initlab grade`: its folder, what the command printed, and every student's verdicts."""
    folder = tmp_path_factory.mktemp("class") / "course"
    shutil.copytree(released_course, folder)
    hand_in_example_class(folder)
    run = subprocess.run(
        [sys.executable, "-m", "autograder", "--course", folder, "grade"],
        capture_output=True,
        text=True,
        cwd=folder,
    )
    students = {student.student: student for student in grade_class(open_course(folder), open_course(folder).students)}
    return folder, run, students


def test_the_command_ends_well_and_prints_everyone(graded):
    _, run, students = graded
    assert run.returncode == 0, run.stdout + run.stderr
    assert all(student in run.stdout for student in students)
    assert set(students) == set(EXAMPLES) | {"broken_json"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_loses_exactly_what_it_should_and_is_told_why(graded, name):
    student, example = graded[2][name], EXAMPLES[name]
    lost: dict[str, float] = {}
    for check in (check for verdict in student.verdicts for check in verdict.checks):
        if check.earned < check.points:
            lost[check.function] = lost.get(check.function, 0) + check.points - check.earned
    if example.loses == "EVERYTHING":
        assert student.score == 0
    else:
        failed = [check for verdict in student.verdicts for check in verdict.checks if check.status != "passed"]
        assert lost == example.loses, say(failed)
        assert student.score == MACHINE_POINTS - sum(example.loses.values())
    assert example.says in student.first_reason
    assert bool(student.first_reason) == bool(example.loses)


def test_a_broken_file_is_reported_in_words(graded):
    student = graded[2]["broken_json"]
    assert student.score == 0
    assert "not valid JSON" in student.first_reason


def test_no_grader_failed_anywhere(graded):
    failed = [
        (name, check.function, check.name)
        for name, student in graded[2].items()
        for verdict in student.verdicts
        for check in verdict.checks
        if check.status == "grader error"
    ]
    assert failed == []


def gradebook_scores(folder):
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        return {
            submission.student.id: sum(grade.auto_score or 0 for n in submission.notebooks for grade in n.grades)
            for submission in gradebook.assignment_submissions(ASSIGNMENT)
        }


def test_the_gradebook_holds_the_same_scores(graded):
    folder, _, students = graded
    assert gradebook_scores(folder) == {name: student.score for name, student in students.items()}


def test_nbgraders_own_command_gives_the_same_scores(graded, tmp_path):
    folder, _, students = graded
    fresh = tmp_path / "course"
    shutil.copytree(folder, fresh, ignore=shutil.ignore_patterns("records", "autograded", "feedback"))
    some = {"fan_out", "broken_json"}
    for student in (fresh / "submitted").iterdir():
        if student.name not in some:
            shutil.rmtree(student)
    run = subprocess.run(["nbgrader", "autograde", ASSIGNMENT, "--force"], cwd=fresh, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-3000:]
    scores = gradebook_scores(fresh)
    assert {name: scores[name] for name in some} == {name: students[name].score for name in some}


def test_messages_reach_the_feedback_page(graded):
    page = (graded[0] / "feedback" / "fan_out" / ASSIGNMENT / "part2_techniques.html").read_text()
    assert "It divides by fan_out" in page or "fan_out" in page.split("Comments:")[1]
    assert "not yet" in page and "<svg" in page


def test_nothing_of_the_graders_reaches_a_student(graded):
    folder = graded[0]
    secret = open_course(folder).secret
    for page in (folder / "feedback").rglob("*.html"):
        text = page.read_text()
        assert "Traceback (most" not in text and "autograder/" not in text and secret.hex() not in text, page


def test_a_second_run_reads_the_records(graded):
    folder, _, students = graded
    before = {path: path.stat().st_mtime_ns for path in (folder / "records").rglob("*") if path.is_file()}
    again = {s.student: s for s in grade_class(open_course(folder), open_course(folder).students)}
    after = {path: path.stat().st_mtime_ns for path in (folder / "records").rglob("*") if path.is_file()}
    assert again == students and before == after


def test_verdicts_are_the_same_bytes_in_any_order_and_parallelism(graded, tmp_path):
    folder, _, students = graded
    fresh = tmp_path / "course"
    shutil.copytree(folder, fresh, ignore=shutil.ignore_patterns("records", "autograded", "feedback"))
    some = ["variance_as_std", "by_loops", "rand_for_randn"]
    again = {s.student: s for s in grade_class(open_course(fresh), some, workers=1)}
    for name in some:
        old = [verdict.to_json() for verdict in students[name].verdicts]
        assert [verdict.to_json() for verdict in again[name].verdicts] == old


def test_without_bwrap_nothing_is_graded_and_the_message_says_what_to_install(course, tmp_path):
    hand_in_example_class(course)
    (tmp_path / "bin").mkdir()
    env = os.environ | {"PATH": str(tmp_path / "bin")}
    run = subprocess.run(
        [sys.executable, "-m", "autograder", "--course", course, "grade"],
        capture_output=True,
        text=True,
        env=env,
    )
    assert run.returncode == 3
    assert "Nothing was graded" in run.stdout and "bubblewrap" in run.stdout
    assert not (course / "records").exists() and not (course / "autograded").exists()


def test_the_records_say_what_was_decided(graded):
    folder = graded[0]
    path = folder / "records" / ASSIGNMENT / "fan_out" / "part2_techniques.verdict.json"
    checks = json.loads(path.read_text())["verdict"]["checks"]
    assert {c["misconception"] for c in checks if c["function"] == "he_normal"} - {None}
