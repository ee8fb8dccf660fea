"""Masters, release and graders fit together: every point has a test, every test a cell, and no solution leaves."""

import subprocess

import nbformat
import pytest

from autograder.course_folder import open_course
from autograder.labs.weight_initialization import LAB
from autograder.problems import NotReady
from autograder.submission.reading import SKIP
from autograder.submission.release import NOT_RUN, cell_ids, notebook_from
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
    found = (sum(max_points(LAB.graders).values()), by_hand)
    assert found == (80, 20), (
        f"points by machine and by hand add up to {found[0]:g} and {found[1]:g}, not to 80 and 20: "
        "take the difference from another function, or give it to one"
    )


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


def cells(notebook: nbformat.NotebookNode) -> dict[str, tuple[str, str]]:
    return {cell.id: (cell.cell_type, cell.source) for cell in notebook.cells}


@pytest.mark.parametrize("name", MASTERS)
def test_the_committed_solutions_are_the_masters(name):
    committed = cells(nbformat.read(SOLVED / f"{name}.ipynb", as_version=4))
    masters = cells(notebook_from(MASTERS[name]))
    changed = [cell_id for cell_id, _ in committed.items() ^ masters.items()]
    assert list(committed.items()) == list(masters.items()), (
        f"run `make release` and commit what it makes in solutions/; changed cells: {sorted(set(changed))}"
    )


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
    with pytest.raises(NotReady, match=complaint) as said:
        notebook_from(master)
    assert str(said.value).startswith(f"part9.py:1: # %% {marker}: ")


def test_two_cells_of_one_name_are_refused(tmp_path):
    master = tmp_path / "part9.py"
    master.write_text('# %% stub="f"\nx = 1\n\n# %% stub="f"\ny = 1\n')
    with pytest.raises(NotReady, match=r"part9\.py:4: .* another cell is called 'f' too"):
        notebook_from(master)


def test_a_new_cell_changes_the_ids_of_no_others():
    """Students' hand-ins name cells by id: what is new in a release should be all that looks new."""
    old = cell_ids(["", "a", "", "", "b", "c", ""])
    assert old == ["before-a", "a", "before-b-2", "before-b", "b", "c", "before-the-end"]
    assert [name for name in cell_ids(["", "a", "", "", "b", "", "new", "c", ""]) if name not in old] == [
        "before-new", "new"
    ]  # fmt: skip


@pytest.mark.parametrize("name", MASTERS)
def test_cell_ids_are_as_nbformat_wants_them(name):
    notebook = notebook_from(MASTERS[name])
    nbformat.validate(notebook)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
