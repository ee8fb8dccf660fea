"""The wheel holds all that grading needs: installed without the checkout, it grades in an empty course folder."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ASSIGNMENT, REPOSITORY

pytestmark = pytest.mark.slow

LAB = f"autograder/labs/{ASSIGNMENT}"
BUILT_FROM = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "autograder", "source")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy: what older builds left in the repository cannot get into it."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in BUILT_FROM:
        if (REPOSITORY / name).is_dir():
            generated = shutil.ignore_patterns("__pycache__", "*.ipynb", "*.egg-info")
            kept = generated if name == "source" else shutil.ignore_patterns("__pycache__")
            shutil.copytree(REPOSITORY / name, source / name, ignore=kept)
        else:
            shutil.copy(REPOSITORY / name, source)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")
    run([*pip, "--wheel-dir", str(built), str(source)], built)
    (path,) = built.glob("initlab-*.whl")
    return path


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory):
    """The folder of programs of an environment with this one's packages and the wheel in place of the checkout."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False, symlinks=True)
    own = shutil.ignore_patterns("*initlab*")  # the editable install, which leads to the checkout
    for part in (Path(sysconfig.get_path("purelib")), Path(sys.prefix, "share")):
        target = environment / part.relative_to(sys.prefix)
        shutil.copytree(part, target, symlinks=True, ignore=own, copy_function=link, dirs_exist_ok=True)
    python = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index")
    run([*pip, str(wheel)], environment)
    alembic = Path(sysconfig.get_path("scripts"), "alembic").read_text()  # nbgrader starts it by name
    (python.parent / "alembic").write_text(alembic.replace(sys.prefix, str(environment)))
    (python.parent / "alembic").chmod(0o755)
    return python.parent


def link(source: str, target: str) -> None:
    """The same file under a second name: at no cost of time or space; a copy where that cannot be."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def run(command: list[str], folder: Path) -> str:
    """What a command prints that is run in a folder, without a way back to the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    path = os.pathsep.join(p for p in kept["PATH"].split(os.pathsep) if not p.startswith(str(REPOSITORY)))
    done = subprocess.run(
        command, cwd=folder, env=kept | {"PATH": path, "COLUMNS": "200"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_masters_handout_example_class_and_library(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        f"{LAB}/{path.relative_to(top)}"
        for top, paths in (
            (REPOSITORY, (REPOSITORY / "source").glob("part*.py")),
            (REPOSITORY, (REPOSITORY / "source" / ASSIGNMENT).glob("README.md")),
            (REPOSITORY / LAB, (REPOSITORY / LAB / "example_class").rglob("*.*")),
        )
        for path in paths
        if "__pycache__" not in path.parts
    }
    library = {
        str(path.relative_to(REPOSITORY / "source" / ASSIGNMENT))
        for path in (REPOSITORY / "source" / ASSIGNMENT / "initlab").rglob("*.py")
    }
    data = {
        str(path.relative_to(REPOSITORY))
        for path in (REPOSITORY / "autograder").rglob("*.*")
        if path.is_file() and path.suffix in {".py", ".ini", ".j2", ".css"}
    }
    assert held >= expected | library | data
    assert {name.split("/")[0] for name in held if ".dist-info/" not in name} == {"autograder", "initlab"}
    assert not any("__pycache__" in name for name in held)


def test_an_installed_lab_grades_in_a_folder_that_holds_only_the_configuration(programs, tmp_path):
    initlab = str(programs / "initlab")
    shutil.copy(REPOSITORY / "nbgrader_config.py", tmp_path)
    where = run([str(programs / "python"), "-c", "import autograder, initlab; print(autograder, initlab)"], tmp_path)
    assert str(REPOSITORY) not in where
    run([initlab, "release"], tmp_path)
    run([initlab, "example"], tmp_path)
    table = run([initlab, "grade", "--student", "fan_out"], tmp_path)
    points = dict(re.findall(r"│ (\w+) +│ +([\d.]+) / 80 │", table))
    assert points == {"fan_out": "77.5"}
    assert (tmp_path / "gradebook.db").is_file()
    assert {path.name for path in (tmp_path / "submitted").iterdir()} == {
        path.stem for path in (REPOSITORY / LAB / "example_class").iterdir() if path.name != "__pycache__"
    }
