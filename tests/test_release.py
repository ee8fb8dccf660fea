"""Masters, release and graders fit together: every point has a test, every test a cell, and no solution leaves."""

import subprocess
from pathlib import Path

import nbformat
import pytest

from autograder.course_folder import open_course
from autograder.labs.weight_initialization import LAB
from autograder.submission.reading import SKIP
from autograder.submission.release import NOT_RUN, notebook_from
from autograder.verdict import judge
from autograder.verdict.judge import max_points
from tests.conftest import ASSIGNMENT, REPOSITORY

MASTERS = {master.stem: master for master in open_course(REPOSITORY).masters}
RELEASED = REPOSITORY / "assignments" / ASSIGNMENT
SOLVED = REPOSITORY / "solutions" / ASSIGNMENT


def graded_cells():
    for name, master in MASTERS.items():
        for cell in notebook_from(master).cells:
            if cell.metadata.get("nbgrader", {}).get("grade"):
                yield name, cell.metadata.nbgrader


def test_the_points_of_the_tests_add_up_to_the_points_of_the_cells():
    cells = {(name, n.grade_id.removeprefix("test_")): n.points for name, n in graded_cells() if not n.solution}
    assert max_points(LAB.graders) == cells


def test_there_are_80_points_by_machine_and_20_by_hand():
    by_hand = sum(n.points for _, n in graded_cells() if n.solution)
    assert (sum(max_points(LAB.graders).values()), by_hand) == (80, 20)


def test_every_graded_function_has_a_stub_in_its_notebook():
    stubs = {
        (name, cell.metadata.nbgrader.grade_id)
        for name, master in MASTERS.items()
        for cell in notebook_from(master).cells
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code"
    }
    assert {(grader.notebook, grader.function) for grader in LAB.graders} == stubs


@pytest.mark.parametrize("grader", LAB.graders, ids=lambda g: g.__name__)
def test_every_check_has_points_and_a_title_and_needs_only_earlier_checks(grader):
    seen: list[str] = []
    for name, test in judge.tests_of(grader).items():
        assert test.points > 0, name
        assert test.__doc__ and judge.title_of(test).endswith("."), name
        assert set(getattr(test, "needs", ())) <= set(seen), name
        seen.append(name)


def sources(path: Path) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in nbformat.read(path, as_version=4).cells]


@pytest.mark.parametrize("name", MASTERS)
def test_the_committed_solutions_are_the_masters(name):
    assert sources(SOLVED / f"{name}.ipynb") == [(c.cell_type, c.source) for c in notebook_from(MASTERS[name]).cells]


@pytest.mark.parametrize("name", MASTERS)
def test_the_committed_solutions_ran_without_an_error(name):
    for cell in nbformat.read(SOLVED / f"{name}.ipynb", as_version=4).cells:
        assert not any(output.output_type == "error" for output in cell.get("outputs", ()))


@pytest.mark.slow
def test_the_committed_release_is_what_nbgrader_makes_of_the_masters(released_course):
    new = released_course / "assignments" / ASSIGNMENT
    same = subprocess.run(["diff", "-r", "-x", "__pycache__", new, RELEASED], capture_output=True, text=True)
    assert same.returncode == 0, f"run `make release` and commit what it makes:\n{same.stdout[:2000]}"


def test_no_solution_reaches_a_student():
    for path in RELEASED.rglob("*"):
        if path.is_file() and path.suffix in (".ipynb", ".py", ".md"):
            assert "BEGIN SOLUTION" not in path.read_text(), path
    assert {path.suffix for path in RELEASED.rglob("*") if path.is_file() and "__pycache__" not in path.parts} <= {
        ".ipynb",
        ".py",
        ".md",
    }
    for name in MASTERS:
        stubs = [c for c in nbformat.read(RELEASED / f"{name}.ipynb", as_version=4).cells if "def " in c.source]
        solved = {cell.metadata.nbgrader.grade_id for cell in stubs if "NotImplementedError" not in cell.source
                  and cell.metadata.get("nbgrader", {}).get("solution")}  # fmt: skip
        assert solved == set()


def test_what_only_shows_something_is_locked_and_not_run_when_grading():
    for name in MASTERS:
        for cell in notebook_from(MASTERS[name]).cells:
            if cell.metadata.get(SKIP):
                assert cell.metadata.nbgrader.locked
    assert NOT_RUN == ("check", "shown")


@pytest.mark.parametrize(
    ("marker", "complaint"),
    [
        ('stub="f" check="f" points=2', "holds one of"),
        ('stubb="f"', "holds one of"),
        ('check="f"', "needs points"),
        ('stub="f" points=2', "has no points"),
    ],
)
def test_a_marker_that_makes_no_sense_is_named(tmp_path, marker, complaint):
    master = tmp_path / "part9.py"
    master.write_text(f"# %% {marker}\nx = 1\n")
    with pytest.raises(ValueError, match=complaint):
        notebook_from(master)


def test_two_cells_of_one_name_are_refused(tmp_path):
    master = tmp_path / "part9.py"
    master.write_text('# %% stub="f"\nx = 1\n\n# %% stub="f"\ny = 1\n')
    with pytest.raises(ValueError, match="two cells are called 'f'"):
        notebook_from(master)
