"""What keeps a class from being graded is said before anything runs, with what to do, and nothing is lost by it."""

import os
import re
import resource
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import Exchange

from autograder.course_folder import CourseFolder, load_config, open_course
from autograder.grade_command import only_one_at_a_time
from autograder.gradebook import database
from autograder.gradebook.kernels import record_kernel, recorded_kernels
from autograder.gradebook.ready import ready_to_grade
from autograder.problems import NotReady
from autograder.submission.release import NO_KERNEL, STUDENTS_KERNEL
from tests.conftest import ASSIGNMENT, REPOSITORY
from tests.somebody_else import as_somebody_else, needs_root, public  # noqa: F401  (a fixture)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course as far as a release leaves traces outside of the notebooks: configuration, gradebook, secret."""
    folder = tmp_path_factory.mktemp("ready") / "course"
    folder.mkdir()
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    with Gradebook(address(folder)) as book:
        book.add_assignment(ASSIGNMENT)
        book.add_notebook("part1", ASSIGNMENT)
    open_course(folder).draw_secret()
    return folder


@pytest.fixture
def course(released: Path, tmp_path: Path) -> CourseFolder:
    """A course of one's own."""
    return open_course(shutil.copytree(released, tmp_path / "course"))


def address(folder: Path) -> str:
    return f"sqlite:///{folder}/gradebook.db"


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refusal(course: CourseFolder) -> str:
    """Why the class cannot be graded; nothing is changed by it."""
    before = everything(course.root)
    with pytest.raises(NotReady) as refused, ready_to_grade(course):
        pytest.fail("it was ready")
    assert everything(course.root) == before
    return str(refused.value)


def _a_folder(gradebook: Path) -> None:
    gradebook.unlink()
    gradebook.mkdir()


def _another_assignment(gradebook: Path) -> None:
    with Gradebook(f"sqlite:///{gradebook}") as book:
        book.remove_assignment(ASSIGNMENT)


GRADEBOOKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "none": (Path.unlink, "no gradebook .* yet: run `initlab release`"),
    "empty": (lambda path: path.write_bytes(b""), "does not know the assignment .*: run `initlab release` first"),
    "of another assignment": (_another_assignment, "does not know the assignment .*: run `initlab release` first"),
    "no database": (lambda path: path.write_bytes(b"x" * 5000), "is no database: put a backup in its place"),
    "a folder": (_a_folder, "is no file: move it away"),
}


@pytest.mark.parametrize("kind", GRADEBOOKS)
def test_a_gradebook_that_would_take_no_grade_is_said_with_what_to_do(kind: str, course: CourseFolder) -> None:
    """A fresh clone with a class in submitted/ has none."""
    spoil, words = GRADEBOOKS[kind]
    spoil(course.root / "gradebook.db")
    assert re.search(words, refusal(course))


def test_a_gradebook_that_another_program_holds_is_said(course: CourseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "LOCKED_SECONDS", 0.1)
    with sqlite3.connect(course.root / "gradebook.db", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        said = refusal(course)
    other.close()
    assert "has held the gradebook" in said and "end it (formgrader" in said


@needs_root
@pytest.mark.parametrize(
    ("name", "mode", "words"),
    [
        ("gradebook.db", 0o444, r"`chmod u\+rw "),
        (".", 0o555, "Nothing can be written beside the gradebook"),
        ("course_secret", 0o000, "cannot be read .*run this as its owner, or `chmod u"),
    ],
)
def test_what_cannot_be_written_or_read_is_said(
    name: str,
    mode: int,
    words: str,
    course: CourseFolder,
    public: Path,  # noqa: F811
) -> None:
    folder = shutil.copytree(course.root, public / "course")
    for path in (folder, *folder.iterdir()):
        os.chown(path, 12345, 12345)
    (folder / name).chmod(mode)
    with as_somebody_else(), pytest.raises(NotReady, match=words), ready_to_grade(open_course(folder)):
        pytest.fail("it was ready")


@needs_root
def test_a_folder_in_which_nothing_can_be_written_is_said(public: Path) -> None:  # noqa: F811
    with as_somebody_else(), pytest.raises(NotReady, match="Nothing can be written in"), only_one_at_a_time(public):
        pytest.fail("it was ready")


@pytest.mark.parametrize("secret", [b"", b"\n", b"secret"])
def test_a_secret_that_could_be_guessed_is_none(secret: bytes, course: CourseFolder) -> None:
    (course.root / "course_secret").write_bytes(secret)
    assert "anybody could guess it. Put a backup in its place" in refusal(course)


def test_a_secret_is_drawn_where_there_is_none_for_the_owner_only(course: CourseFolder) -> None:
    (course.root / "course_secret").unlink()
    with ready_to_grade(course):
        assert len(course.secret) == 32
    assert stat.S_IMODE((course.root / "course_secret").stat().st_mode) == 0o600


def test_on_a_full_disk_no_half_of_a_secret_is_left(course: CourseFolder) -> None:
    (course.root / "course_secret").unlink()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))  # the kernel refuses to write more, as a full disk does
    try:
        with pytest.raises(NotReady, match="see that its disk has room"):
            course.draw_secret()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not (course.root / "course_secret").exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("c.CourseDirectory.root = nowhere", r"line \d+ cannot be run: NameError"),
        ("c.CourseDirectory.root = (", r"line \d+ cannot be run: SyntaxError"),
        ("c.CourseDirectory.db_url = 'nonsense'", "db_url .* is no address of a database"),
    ],
)
def test_a_configuration_with_an_error_is_said_with_its_place(line: str, words: str, course: CourseFolder) -> None:
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write(f"\n{line}\n")
    with pytest.raises(NotReady, match=words), ready_to_grade(open_course(course.root)):
        pytest.fail("it was ready")


def test_while_it_is_graded_the_folder_is_its_owners_and_nbgrader_by_itself_has_no_kernel(
    course: CourseFolder,
) -> None:
    record_kernel(address(course.root), ASSIGNMENT, STUDENTS_KERNEL)
    (course.root / "submitted").mkdir()
    (course.root / "submitted").chmod(0o777)
    with ready_to_grade(course):
        (course.root / "new").touch()
    assert recorded_kernels(address(course.root), ASSIGNMENT) == {"part1": NO_KERNEL["name"]}
    for name, mode in (("submitted", 0o700), ("gradebook.db", 0o600), ("new", 0o600)):
        assert stat.S_IMODE((course.root / name).stat().st_mode) == mode


def test_the_exchange_is_not_inside_the_course_folder_unless_somebody_puts_it_there(course: CourseFolder) -> None:
    config = load_config(course.root)
    exchange = Exchange(coursedir=CourseDirectory(config=config), config=config)
    for place in (exchange.root, exchange.cache):
        assert not Path(place).resolve().is_relative_to(course.root)


def test_make_clean_keeps_whatever_grading_left(tmp_path: Path) -> None:
    kept = ["gradebook.db", "course_secret", *(f"{step}/ada/x" for step in ("submitted", "records", "feedback"))]
    gone = ["build/x", f"source/{ASSIGNMENT}/part1.ipynb"]
    for name in (*kept, *gone):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    subprocess.run(["make", "--file", REPOSITORY / "Makefile", "clean"], cwd=tmp_path, check=True)
    assert {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()} == set(kept)
