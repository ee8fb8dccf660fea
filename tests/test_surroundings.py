"""What lies around a notebook: which names nbgrader can keep, and which files it is allowed to copy."""

import os
from fnmatch import fnmatch
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files

from autograder.gradebook.surroundings import FILES, SECRET, TIMESTAMP, _all_but, name_problem, notebooks_only

FILE_NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=20)


KEPT = (TIMESTAMP, "lab", "time", "a-b")


@given(FILE_NAMES | st.text(sorted(set("".join(KEPT))), min_size=1, max_size=len(TIMESTAMP) + 2))
@example("timestamp.tx")
@example("timestamp.txtx")
@example("lab")
@example("times")
def test_the_patterns_match_every_name_but_those_kept(name: str) -> None:
    assert any(fnmatch(name, pattern) for pattern in _all_but(KEPT)) == (name not in KEPT)


@pytest.mark.parametrize("name", ["ada", "o'brien", "王", "josé", "a b", "a+b", "2026_x.y@z", "=1+1", "-rf", "{0}"])
def test_ordinary_names_are_fine(name: str) -> None:
    assert name_problem(name) is None


@pytest.mark.parametrize(
    "name", ["a\nb", " a", "a\t", "a*", "[a]", "<b>", 'a"', "a\\b", "\x1b", "a\u202eb", "\udcff", "x" * 129]
)
def test_names_that_nbgrader_would_misread_are_refused_with_what_to_do(name: str) -> None:
    assert "Rename the folder" in (name_problem(name) or "")


def seen_by_nbgrader(root: Path) -> tuple[list[str], CourseDirectory]:
    """The files nbgrader would copy from the one folder handed in, and the directory it works with."""
    directory = CourseDirectory(root=str(root))
    folder = root / "submitted" / "ada" / "lab"
    theirs = notebooks_only(directory, [str(folder)], None)
    found = find_all_files(str(folder), [*theirs.ignore, "*.ipynb"])
    return sorted(os.path.relpath(path, folder) for path in found), theirs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "submitted" / "ada" / "lab"
    folder.mkdir(parents=True)
    (folder / "part.ipynb").touch()
    return folder


def test_of_plain_files_only_time_stamp_and_secret_are_copied(folder: Path, tmp_path: Path) -> None:
    (folder / TIMESTAMP).write_text("2026-01-31 12:00:00 UTC")
    (folder / SECRET).write_text("0123456789abcdef" * 8)
    (folder / "data").mkdir()
    for name in ("numpy.py", "data/mine.csv", "timestamp.txt.bak", "t", "secret"):
        (folder / name).touch()
    files, directory = seen_by_nbgrader(tmp_path)
    assert files == [SECRET, TIMESTAMP]
    assert str(directory.get_existing_timestamp(str(folder))) == "2026-01-31 12:00:00"


def _link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


STAMPS = {
    "a link": _link,
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "too long": lambda path: path.write_text("x" * 1000),
    "no time": lambda path: path.write_text("yesterday"),
    "no text": lambda path: path.write_bytes(b"\xff\xfe"),
    "empty": Path.touch,
}


@pytest.mark.parametrize("kind", STAMPS)
def test_a_time_stamp_that_is_none_is_passed_over(kind: str, folder: Path, tmp_path: Path) -> None:
    STAMPS[kind](folder / TIMESTAMP)
    files, directory = seen_by_nbgrader(tmp_path)
    assert files in ([], [TIMESTAMP])
    assert not files or kind in ("no time", "no text", "empty")  # harmless bytes
    assert directory.get_existing_timestamp(str(folder)) is None


@pytest.mark.parametrize("kind", ["a link", "a pipe", "a folder", "too long"])
@pytest.mark.parametrize(("odd", "good"), [(SECRET, TIMESTAMP), (TIMESTAMP, SECRET)])
def test_of_the_two_one_that_is_none_does_not_cost_the_other(
    odd: str, good: str, kind: str, folder: Path, tmp_path: Path
) -> None:
    STAMPS[kind](folder / odd)
    (folder / good).write_text("x")
    assert seen_by_nbgrader(tmp_path)[0] == [good]


def test_a_file_with_the_folders_own_name_is_not_copied(folder: Path, tmp_path: Path) -> None:
    (folder / folder.name).symlink_to("/etc/hostname")
    assert seen_by_nbgrader(tmp_path)[0] == []


def test_a_folder_of_very_many_files_is_passed_over(folder: Path, tmp_path: Path) -> None:
    (folder / TIMESTAMP).write_text("2026-01-31 12:00:00 UTC")
    for number in range(FILES):
        (folder / f"{number}").touch()
    assert seen_by_nbgrader(tmp_path)[0] == []
