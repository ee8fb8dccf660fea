"""No path around the walls: whatever a course's configuration says, a student's code runs in the sandbox or not at all.

The student's cell here writes a file on the host, the canary. The first test shows that it would sing.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import find_kernel_specs
from nbgrader.api import Gradebook

from autograder.gradebook.kernels import record_kernel, recorded_kernels
from autograder.submission.release import NO_KERNEL, STUDENTS_KERNEL
from autograder.verdict.judge import max_points
from tests import test_lab
from tests.conftest import REPOSITORY
from tests.miniature_lab import LAB
from tests.test_lab import CONFIG, hand_in, initlab
from tests.unsafe_configurations import EXECUTES, NOTHING_OF_OURS, OUTSIDE, UNSAFE, Edit, all_of, without

pytestmark = pytest.mark.slow

SINGS = """
import tally
try:
    open({path!r}, "w").close()
except OSError:
    pass
def double(number):
    return tally.Tally("|" * 2 * number)
"""
POINTS = sum(max_points(LAB.graders).values())


def thorough(what: str) -> Any:
    """A case of the long proof (`make faults`)."""
    return pytest.param(what, marks=pytest.mark.thorough)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A released course of the miniature lab with one hand-in, ada's."""
    folder = test_lab.released(tmp_path_factory.mktemp("miniature") / "course")
    hand_in(folder, "ada", "CANARY")
    return folder


@pytest.fixture
def course(released: Path, tmp_path: Path) -> Path:
    """A course of one's own, with a canary of its own."""
    folder = tmp_path / "course"
    shutil.copytree(released, folder)
    path = folder / "submitted" / "ada" / "arithmetic" / "sums.ipynb"
    sings = json.dumps(SINGS.format(path=str(canary(folder))))
    path.write_text(path.read_text().replace('"CANARY"', sings))
    return folder


def canary(folder: Path) -> Path:
    """What ada's cell would write on the host."""
    return folder.parent / "canary"


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a command in a course: no configuration but the course's own."""
    return os.environ | {"PYTHONPATH": str(REPOSITORY), "JUPYTER_CONFIG_DIR": str(folder.parent / "jupyter")}


def here(folder: Path, *command: str) -> subprocess.CompletedProcess:
    """Runs a command in the course folder, as the instructor does; all that it said is in its stdout."""
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(command, cwd=folder, env=surroundings(folder), text=True, timeout=120, **both)


def autograde(folder: Path, *options: str) -> subprocess.CompletedProcess:
    return here(folder, "nbgrader", "autograde", "arithmetic", "--force", *options)


def configure(folder: Path, edit: Edit) -> None:
    (folder / "nbgrader_config.py").write_text(edit(CONFIG))


def gradebook(folder: Path) -> str:
    return f"sqlite:///{folder}/gradebook.db"


def auto_scores(folder: Path) -> list[float]:
    """What ada's cells got by machine."""
    with Gradebook(gradebook(folder)) as opened:
        handed_in = opened.assignment_submissions("arithmetic")
        return [grade.auto_score for one in handed_in for book in one.notebooks for grade in book.grades]


def untouched(folder: Path) -> None:
    """Nothing was run, scored or copied."""
    assert not canary(folder).exists()
    assert auto_scores(folder) == []
    assert not (folder / "autograded").exists()


def refused(run: subprocess.CompletedProcess, folder: Path, words: str) -> None:
    """Refused in words before anything was run, scored or copied."""
    assert run.returncode != 0
    assert re.search(words, run.stdout, re.DOTALL), run.stdout
    untouched(folder)


def test_the_canary_would_sing(course: Path) -> None:
    """Under nbgrader's stock configuration, with the kernel that a stock release records."""
    configure(course, NOTHING_OF_OURS)
    record_kernel(gradebook(course), "arithmetic", STUDENTS_KERNEL)
    run = autograde(course)
    assert canary(course).exists(), run.stdout


@pytest.mark.parametrize("options", [("--no-execute",), pytest.param((), marks=pytest.mark.thorough)])
def test_the_shipped_configuration_grades_in_the_sandbox(options: tuple[str, ...], course: Path) -> None:
    run = autograde(course, *options)
    assert run.returncode == 0, run.stdout
    assert auto_scores(course) == [POINTS]
    assert not canary(course).exists()


@pytest.mark.parametrize(
    "what",
    [
        "a letter left out of the list's name",
        "nbgrader's stock list",
        thorough("the list removed"),
        thorough("a letter left out of the class's name"),  # test_safety.py asks of all of them what is said
        thorough("a letter left out of the exporter's setting"),
        thorough("a letter left out of our execution's name"),
        thorough("a letter left out of our scores' name"),
        thorough("the exporter removed"),
        thorough("our execution removed"),
        thorough("our scores removed"),
        thorough("execution while sanitizing"),
    ],
)
def test_nbgraders_own_command_refuses_and_nothing_runs_on_the_host(what: str, course: Path) -> None:
    edit, words = UNSAFE[what]
    configure(course, edit)
    # the kernel that would run it is there: only the refusal keeps it from running
    record_kernel(gradebook(course), "arithmetic", STUDENTS_KERNEL)
    refused(autograde(course), course, words)


@pytest.mark.parametrize(
    "what", ["our scores removed", thorough("the list removed"), thorough("nbgrader's stock list")]
)
def test_without_execution_nothing_is_scored_by_what_a_student_shows(what: str, course: Path) -> None:
    edit, words = UNSAFE[what]
    configure(course, edit)
    refused(autograde(course, "--no-execute"), course, words)


@pytest.mark.thorough
def test_an_option_on_the_command_line_is_refused_like_a_line_of_the_file(course: Path) -> None:
    refused(autograde(course, f"--Autograde.autograde_preprocessors={EXECUTES}"), course, OUTSIDE)


@pytest.mark.parametrize(
    "what", ["stock execution in place of ours", thorough("the list removed"), thorough("the exporter removed")]
)
def test_it_is_refused_too_where_the_line_with_the_guard_is_gone(what: str, course: Path) -> None:
    edit, words = UNSAFE[what]
    configure(course, all_of(without("guard()"), edit))
    record_kernel(gradebook(course), "arithmetic", STUDENTS_KERNEL)
    refused(autograde(course), course, words)


def test_a_configuration_without_a_line_of_ours_finds_no_kernel(course: Path) -> None:
    configure(course, NOTHING_OF_OURS)
    run = autograde(course)
    assert run.returncode != 0 and f"No such kernel named {NO_KERNEL['name']}" in run.stdout
    assert not canary(course).exists()


def test_a_configuration_that_is_no_python_is_refused(course: Path) -> None:
    configure(course, lambda text: f"{text}\nc.Autograde.force = \n")
    assert autograde(course).returncode != 0
    assert not canary(course).exists()
    run = initlab(course, "grade")
    assert run.returncode == 2
    assert "SyntaxError" in run.stdout and "Traceback" not in run.stdout + run.stderr


def test_nbgraders_api_by_itself_finds_no_kernel(course: Path) -> None:
    script = "from nbgrader.apps import NbGraderAPI as A; print(A().autograde('arithmetic', 'ada')['log'])"
    run = here(course, sys.executable, "-c", script)
    assert f"No such kernel named {NO_KERNEL['name']}" in run.stdout
    assert not canary(course).exists()


@pytest.mark.parametrize("command", ["grade", thorough("release"), thorough("doctor")])
def test_initlab_refuses_before_anything_runs(command: str, course: Path) -> None:
    edit, words = UNSAFE["a letter left out of the list's name"]
    configure(course, edit)
    run = initlab(course, command)
    assert run.returncode == 2
    assert re.search(words, " ".join(run.stdout.split()), re.DOTALL), run.stdout
    untouched(course)
    assert not (course / "records").exists()


def test_pages_are_not_made_with_filters_that_let_html_through(course: Path) -> None:
    assert autograde(course).returncode == 0
    edit, words = UNSAFE["a letter left out of the filters' setting"]
    configure(course, edit)
    run = here(course, "nbgrader", "generate_feedback", "arithmetic")
    assert run.returncode != 0
    assert re.search(words, run.stdout, re.DOTALL), run.stdout
    assert not list(course.glob("feedback/**/*.html"))


@contextmanager
def formgrader(folder: Path) -> Iterator[Callable[[str, str], Any]]:
    """A Jupyter server with formgrader in the course folder; a function that asks it (method, path) -> JSON."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["jupyter", "server", "--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=t"]
    with (folder.parent / "server.log").open("w") as log:
        server = subprocess.Popen(words, cwd=folder, env=surroundings(folder), stdout=log, stderr=subprocess.STDOUT)

    def ask(method: str, path: str) -> Any:
        request = urllib.request.Request(f"http://127.0.0.1:{port}/{path}", method=method)
        request.add_header("Authorization", "token t")
        with urllib.request.urlopen(request, timeout=60) as reply:
            return json.load(reply)

    try:
        for _ in range(300):
            with suppress(urllib.error.URLError):
                ask("GET", "api/status")
                break
            time.sleep(0.1)
        yield ask
    finally:
        server.terminate()
        server.wait(20)


BUTTON = ("POST", "formgrader/api/submission/arithmetic/ada/autograde")


def test_formgraders_button_grades_in_the_sandbox_and_refuses_what_is_unsafe(course: Path) -> None:
    with formgrader(course) as ask:
        assert ask(*BUTTON)["success"]
        assert auto_scores(course) == [POINTS]
        configure(course, UNSAFE["a letter left out of the list's name"][0])
        reply = ask(*BUTTON)
        assert not reply["success"] and "is `autograde_preprocessors` meant?" in reply["log"]
    assert not canary(course).exists()


@pytest.mark.parametrize(
    "what", ["a letter left out of the list's name", thorough("a letter left out of the filters' setting")]
)
def test_formgrader_does_not_open_under_an_unsafe_configuration(what: str, course: Path) -> None:
    edit, words = UNSAFE[what]
    configure(course, edit)
    with formgrader(course) as ask, pytest.raises(urllib.error.HTTPError, match="404"):
        ask(*BUTTON)
    assert re.search(words, (course.parent / "server.log").read_text(), re.DOTALL)
    untouched(course)


def test_a_hand_in_is_not_validated_by_running_it_and_a_notebook_of_ones_own_is(course: Path) -> None:
    run = here(course, "nbgrader", "validate", "submitted/ada/arithmetic/sums.ipynb")
    assert run.returncode != 0 and "sums.ipynb is a student's: validating would run students' code" in run.stdout
    assert not canary(course).exists()
    run = here(course, "nbgrader", "validate", "assignments/arithmetic/sums.ipynb")
    assert run.returncode == 0 and "VALIDATION FAILED" in run.stdout  # nothing is solved in it


@pytest.mark.thorough
def test_students_notebooks_keep_their_kernel_and_the_gradebook_names_none(course: Path) -> None:
    released = nbformat.read(course / "assignments" / "arithmetic" / "sums.ipynb", as_version=4)
    assert released.metadata["kernelspec"] == STUDENTS_KERNEL
    assert recorded_kernels(gradebook(course), "arithmetic") == {"sums": NO_KERNEL["name"]}
    assert NO_KERNEL["name"] not in find_kernel_specs()
    assert autograde(course).returncode == 0
    graded = nbformat.read(course / "autograded" / "ada" / "arithmetic" / "sums.ipynb", as_version=4)
    assert graded.metadata["kernelspec"] == NO_KERNEL


def test_an_assignment_without_a_lab_has_no_kernel_either(course: Path) -> None:
    other = course / "source" / "other"
    other.mkdir()
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": dict(STUDENTS_KERNEL)})
    nbformat.write(notebook, other / "sums.ipynb")
    run = here(course, "nbgrader", "generate_assignment", "other", "--create")
    assert run.returncode == 0, run.stdout
    assert recorded_kernels(gradebook(course), "other") == {"sums": NO_KERNEL["name"]}
    released = nbformat.read(course / "assignments" / "other" / "sums.ipynb", as_version=4)
    assert released.metadata["kernelspec"] == STUDENTS_KERNEL


def test_a_gradebook_of_before_is_mended_by_a_new_release(course: Path) -> None:
    """nbgrader leaves the kernel as it is once there are hand-ins in the gradebook."""
    assert autograde(course).returncode == 0
    record_kernel(gradebook(course), "arithmetic", STUDENTS_KERNEL)
    assert initlab(course, "release", "arithmetic").returncode == 0
    assert recorded_kernels(gradebook(course), "arithmetic") == {"sums": NO_KERNEL["name"]}


@pytest.mark.thorough
def test_a_release_that_students_could_not_open_is_none(course: Path) -> None:
    before = (course / "assignments" / "arithmetic" / "sums.ipynb").read_bytes()
    configure(course, without("c.GenerateAssignment.preprocessors"))
    run = initlab(course, "release", "arithmetic")
    assert run.returncode == 2 and "StudentsKernel" in run.stdout
    assert (course / "assignments" / "arithmetic" / "sums.ipynb").read_bytes() == before
