"""What several test files share: a course folder that is ready to grade, built once."""

import os
import shutil
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
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


@pytest.fixture(scope="session")
def released_course(tmp_path_factory):
    """A course whose release has been built by nbgrader. Shared: tests that write work on a copy."""
    from autograder.course import build_release

    course = copy_course(tmp_path_factory.mktemp("course"))
    build_release(course)
    return course


@pytest.fixture
def course(released_course, tmp_path):
    """A released course of one's own."""
    folder = tmp_path / "course"
    shutil.copytree(released_course, folder)
    return folder
