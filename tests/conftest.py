"""What several test files share: a course folder that is ready to grade, built once."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
ASSIGNMENT = "weight_initialization"
# nbgrader starts `alembic` and the tests start `nbgrader` by name
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def copy_course(target: Path) -> Path:
    """A fresh course folder with the masters, the student library and the configuration, nothing generated."""
    shutil.copytree(
        REPOSITORY / "source",
        target / "source",
        ignore=shutil.ignore_patterns("*.ipynb", "__pycache__", "*.egg-info"),
    )
    shutil.copy(REPOSITORY / "nbgrader_config.py", target)
    return target


def hand_in_example_class(folder: Path) -> list[str]:
    """The example class in a released course's submitted/; the students' names."""
    from autograder.course_folder import open_course
    from autograder.submission.example_class import bases, hand_in

    course = open_course(folder)
    notebooks = bases(course.masters, course.release)
    return hand_in(course.lab.example_class, course.root / "submitted", course.assignment, notebooks)


@pytest.fixture(scope="session")
def released_course(tmp_path_factory):
    """The folder of a course whose release has been built by nbgrader. Shared: tests that write work on a copy."""
    from autograder.course_folder import open_course
    from autograder.gradebook.nbgrader_api import build_release

    folder = copy_course(tmp_path_factory.mktemp("course"))
    build_release(open_course(folder))
    return folder


@pytest.fixture
def course(released_course, tmp_path):
    """A released course of one's own."""
    folder = tmp_path / "course"
    shutil.copytree(released_course, folder)
    return folder


@pytest.fixture
def ctrl_c_arrives() -> Iterator[None]:
    """Ctrl-C does what it does in a terminal, also where the tests were started in the background, deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--thorough` runs what a sample stands for otherwise."""
    parser.addoption("--thorough", action="store_true", help="run all of what a sample stands for otherwise")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what a sample stands for."""
    if not config.getoption("--thorough"):
        items[:] = [item for item in items if item.get_closest_marker("thorough") is None]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Which tests stay together where there are several processes."""
    from tests.scheduling import Together

    return Together(config, log)
