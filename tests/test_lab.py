"""A lab is one object: the miniature lab goes from release to gradebook through the engine, without a patch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder import lab
from autograder.course_folder import open_course
from autograder.gradebook.nbgrader_api import nbgrader_api
from autograder.problems import NotReady
from autograder.submission.release import notebook_from
from tests.conftest import REPOSITORY
from tests.miniature_lab import LAB

CONFIG = (REPOSITORY / "nbgrader_config.py").read_text() + '\nc.Initlab.labs = ["tests.miniature_lab:LAB"]\n'
HAND_INS = {
    "right": "import tally\ndef double(number):\n    return tally.Tally('|' * 2 * number)",
    "square": "import tally\ndef double(number):\n    return tally.Tally('|' * number**2)",
    "number": "def double(number):\n    return 2 * number",
    "thirteen": "import tally\ndef double(number):\n    return tally.Tally('|' * 13)",
}
ATTACK = """
import os
found = []
for folder, folders, names in os.walk("/"):
    beside = ("/proc", "/sys", "/dev")  # and bytecode, of what is seen anyway
    folders[:] = [name for name in folders if os.path.join(folder, name) not in beside and name != "__pycache__"]
    found += [os.path.join(folder, name) for name in names if "miniature_lab" in os.path.join(folder, name)]
print("SEEN", [os.path.relpath(path, "/lab/tests/miniature_lab") for path in sorted(found)])
import tests.miniature_lab.double
"""


def initlab(folder: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "autograder", "--course", folder, *words],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "COLUMNS": "200"},
    )


def released(folder: Path) -> Path:
    """A course of the miniature lab, released, in `folder`, which is made if it is not there."""
    folder.mkdir(exist_ok=True)
    (folder / "nbgrader_config.py").write_text(CONFIG)
    run = initlab(folder, "release", "arithmetic")
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def hand_in(folder: Path, student: str, source: str) -> None:
    notebook = nbformat.read(folder / "assignments" / "arithmetic" / "sums.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "double":
            cell.source = source
    target = folder / "submitted" / student / "arithmetic" / "sums.ipynb"
    target.parent.mkdir(parents=True)
    nbformat.write(notebook, target)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The course folder of the miniature lab after a class was graded, and what the command printed."""
    folder = released(tmp_path_factory.mktemp("arithmetic"))
    for student, source in HAND_INS.items():
        hand_in(folder, student, source)
    hand_in(folder, "snoop", ATTACK)
    grade = initlab(folder, "grade", "arithmetic")
    assert grade.returncode == 0, grade.stdout + grade.stderr
    return folder, grade.stdout


@pytest.mark.slow
def test_what_students_get_holds_no_solution(graded: tuple[Path, str]) -> None:
    release = graded[0] / "assignments" / "arithmetic"
    assert {path.name for path in release.iterdir()} >= {"sums.ipynb", "README.md", "tally"}
    assert "2 * number" not in (release / "sums.ipynb").read_text()


@pytest.mark.slow
@pytest.mark.parametrize(("student", "points"), [("right", 6), ("square", 4), ("number", 3), ("thirteen", 1)])
def test_the_gradebook_has_the_points(graded: tuple[Path, str], student: str, points: float) -> None:
    with Gradebook(f"sqlite:///{graded[0]}/gradebook.db") as gradebook:
        submission = gradebook.find_submission("arithmetic", student)
        grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
        assert sum(grade.auto_score or 0 for grade in grades) == points
        assert any(grade.needs_manual_grade for grade in grades) == (student == "thirteen")


@pytest.mark.slow
def test_a_known_mistake_is_named_on_the_feedback_page(graded: tuple[Path, str]) -> None:
    page = (graded[0] / "feedback" / "square" / "arithmetic" / "sums.html").read_text()
    assert "That is its square." in page


@pytest.mark.slow
def test_inside_the_sandbox_only_what_the_lab_has_there_is_seen(graded: tuple[Path, str]) -> None:
    page = (graded[0] / "feedback" / "snoop" / "arithmetic" / "sums.html").read_text()
    assert "SEEN ['inside/__init__.py']" in page.replace("&#39;", "'")
    assert "ModuleNotFoundError" in page


def test_graders_are_found_by_the_name_of_their_file() -> None:
    assert [grader.function for grader in LAB.graders] == ["double"]


def test_an_assignment_without_a_lab_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text(CONFIG)
    with pytest.raises(NotReady, match=r"no lab for the assignment 'ps1'.*arithmetic, weight_initialization"):
        open_course(tmp_path, "ps1")


def test_where_there_are_two_the_assignment_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text(CONFIG)
    with pytest.raises(NotReady, match="Which assignment"):
        open_course(tmp_path)
    (tmp_path / "assignments" / "arithmetic").mkdir(parents=True)
    assert open_course(tmp_path).assignment == "arithmetic"


@pytest.mark.parametrize("name", ["no.such.module:LAB", "tests.miniature_lab:NONE", "tests.miniature_lab:OWN", ""])
def test_a_lab_that_is_none_is_refused_in_words(name: str) -> None:
    with pytest.raises(NotReady, match="lab"):
        lab.load(name)


def test_a_setting_that_is_no_list_of_labs_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\nc.Initlab.labs = 'one'\n")
    with pytest.raises(NotReady, match="should be a list"):
        open_course(tmp_path)


def test_its_masters_make_a_notebook() -> None:
    (master,) = LAB.masters.glob("*.py")
    assert [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook_from(master).cells] == [
        None, "setup", "double", "test_double",
    ]  # fmt: skip


ORDINARY = """
# %% check="one" points=5
open({canary!r}, "w").close()
"""


@pytest.mark.slow
def test_an_assignment_without_a_lab_is_refused_by_nbgrader_too_and_never_run_or_scored_0(
    graded: tuple[Path, str], tmp_path: Path
) -> None:
    """An ordinary second assignment in the same folder."""
    folder, canary = tmp_path / "course", tmp_path / "canary"
    shutil.copytree(graded[0], folder)
    (folder / "master.py").write_text(ORDINARY.format(canary=str(canary)))
    (folder / "source" / "ps1").mkdir(parents=True)
    nbformat.write(notebook_from(folder / "master.py"), folder / "source" / "ps1" / "one.ipynb")
    api = nbgrader_api(folder)
    assert api.generate_assignment("ps1")["success"]
    shutil.copytree(folder / "assignments" / "ps1", folder / "submitted" / "ada" / "ps1")
    result = api.autograde("ps1", "ada")
    assert not result["success"]
    assert (
        "There is no lab for the assignment 'ps1', so it cannot be graded here." in f"{result['log']}{result['error']}"
    )
    assert not canary.exists()
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        assert [one.student.id for one in gradebook.assignment_submissions("ps1")] == []
