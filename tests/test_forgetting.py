"""`initlab forget`: after it nothing in the course, the gradebook or the exchange is about the student any more."""

import io
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.utils import notebook_hash

from autograder.cli import main
from tests.small_course import ASSIGNMENT, NOTEBOOK, changed, hand_in, released_course, solved
from tests.test_lab import initlab

pytestmark = pytest.mark.slow

WORD = "canary-of-ada"  # in all that is ada's
SECRET = "5ecre7" * 20
USAGE = 2


def with_word(notebook: Any) -> None:
    notebook.cells.append(nbformat.v4.new_code_cell(f"print('{WORD}')"))


def collected(exchange: Path, student: str, word: str) -> None:
    """As nbgrader's exchange has a hand-in."""
    folder = exchange / "initlab" / "inbound" / f"{student}+{ASSIGNMENT}+2026-01-31 12:00:00.000000 UTC+4f2a"
    folder.mkdir(parents=True)
    (folder / f"{NOTEBOOK}.ipynb").write_text(word)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a graded course of ada and ada2, both with grades and comments by hand, and its exchange."""
    folder = tmp_path_factory.mktemp("forgetting")
    course, exchange = released_course(folder / "course"), folder / "exchange"
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(
            f"\nfrom pathlib import Path\nc.Exchange.root = str(Path(__file__).parent.parent / '{exchange.name}')\n"
        )
    hand_in(course, "ada", changed(solved(course), with_word))
    hand_in(course, "ada2", solved(course))
    for student in ("ada", "ada2"):
        (course / "submitted" / student / ASSIGNMENT / "submission_secret.txt").write_text(SECRET + student)
        collected(exchange, student, WORD if student == "ada" else "x")
    run = initlab(course, "grade", ASSIGNMENT)
    assert run.returncode == 0, run.stdout + run.stderr
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.update_or_create_assignment("other")
        for student in ("ada", "ada2"):
            word = WORD if student == "ada" else "x"
            book.update_or_create_student(student, first_name=word, email=word)
            book.update_or_create_submission("other", student)
            notebook = book.find_submission(ASSIGNMENT, student).notebooks[0]
            notebook.grades[0].manual_score = 1.5
            notebook.grades[0].extra_credit = 0.5
            notebook.comments[0].manual_comment = word
        book.db.commit()
    lines = [f"[Autograde | INFO] Converting notebook submitted/{s}/{ASSIGNMENT}/x.ipynb\n" for s in ("ada", "ada2")]
    (course / ".nbgrader.log").write_text("".join([*lines, f"student with ID 'ada': {WORD}\n", "Radar, adagio\n"]))
    pages = exchange / "initlab" / "feedback"
    pages.mkdir()
    for student in ("ada", "ada2"):
        name = notebook_hash(secret=SECRET + student, notebook_id=NOTEBOOK)
        shutil.copy(course / "feedback" / student / ASSIGNMENT / f"{NOTEBOOK}.html", pages / f"{name}.html")
    return folder


@pytest.fixture
def place(graded: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return shutil.copytree(graded, tmp_path / "place", symlinks=True)


@dataclass(frozen=True)
class Run:
    """How the command ended, and what it printed."""

    returncode: int
    stdout: str


def forget(place: Path, *words: str) -> Run:
    """The command, in this process."""
    with redirect_stdout(io.StringIO()) as printed:
        returncode = main(["--course", str(place / "course"), "forget", *words])
    return Run(returncode, printed.getvalue())


def files_with(place: Path, word: str) -> list[str]:
    """Every file that has the word in its name or in its bytes."""
    files = [path for path in place.rglob("*") if path.is_file()]
    named = [path for path in files if word in str(path.relative_to(place))]
    return sorted({str(p) for p in files if word.encode() in p.read_bytes()} | {str(p) for p in named})


def rows(place: Path) -> Iterator[tuple]:
    """Every row of every table of the gradebook."""
    with sqlite3.connect(place / "course" / "gradebook.db") as book:
        for (table,) in book.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            yield from ((table, *row) for row in book.execute(f'SELECT * FROM "{table}"'))


def test_it_lists_what_there_is_and_asks(place: Path) -> None:
    before = sorted(rows(place), key=repr), files_with(place, WORD)
    run = forget(place, "ada")
    said = "".join(run.stdout.split())
    assert run.returncode == USAGE
    for step in ("submitted/ada", "autograded/ada", "feedback/ada", f"records/{ASSIGNMENT}/ada", "inbound/ada+"):
        assert step in said, step
    assert f"{ASSIGNMENT}:2grades(1byhand),1writtencomments" in said and "other:" in said
    assert "Nothingwasremoved" in said and "--yes" in said
    assert (sorted(rows(place), key=repr), files_with(place, WORD)) == before


def test_after_it_nothing_is_there_any_more(place: Path) -> None:
    assert len(files_with(place, WORD)) > 5
    run = forget(place, "ada", "--yes")
    assert run.returncode == 0, run.stdout
    assert "is removed" in " ".join(run.stdout.split())
    assert files_with(place, WORD) == []
    assert files_with(place, "/ada/") == []
    again = forget(place, "ada", "--yes")
    assert again.returncode == USAGE and "Nothing is kept about ada" in " ".join(again.stdout.split())


def test_nobody_else_loses_anything(place: Path) -> None:
    before = {path: Path(path).read_bytes() for path in files_with(place, "ada2")}
    with Gradebook(f"sqlite:///{place}/course/gradebook.db") as book:
        ids = {book.find_student("ada2").id}
        ids |= {part.id for sub in book.find_student("ada2").submissions for part in (sub, *sub.notebooks)}
    theirs = sorted((row for row in rows(place) if ids & set(row)), key=repr)
    assert len(theirs) > 4
    forget(place, "ada", "--yes")
    after = {path: Path(path).read_bytes() for path in files_with(place, "ada2")}
    gradebook = str(place / "course" / "gradebook.db")
    log = str(place / "course" / ".nbgrader.log")  # of which more is said below
    assert after | {gradebook: b"", log: b""} == before | {gradebook: b"", log: b""}
    assert sorted((row for row in rows(place) if ids & set(row)), key=repr) == theirs


def test_of_a_link_only_the_link_is_removed(place: Path) -> None:
    elsewhere = place / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").touch()
    shutil.rmtree(place / "course" / "submitted" / "ada")
    (place / "course" / "submitted" / "ada").symlink_to(elsewhere)
    (place / "course" / "autograded" / "ada" / "more").symlink_to(elsewhere)
    assert forget(place, "ada", "--yes").returncode == 0
    assert (elsewhere / "mine").exists() and not os.path.lexists(place / "course" / "submitted" / "ada")


@pytest.mark.parametrize("name", ["..", ".", "ada/..", "", "../course", "*"])
def test_what_is_nobodys_name_removes_nothing(name: str, place: Path) -> None:
    before = {str(path) for path in place.rglob("*")}
    run = forget(place, name, "--yes")
    assert run.returncode == USAGE
    assert {str(path) for path in place.rglob("*")} - {str(place / "course" / ".initlab.lock")} <= before
    assert before <= {str(path) for path in place.rglob("*")}


def test_of_nbgraders_log_the_lines_with_the_name_are_removed(place: Path) -> None:
    assert ".nbgrader.log:lineswiththename" in "".join(forget(place, "ada").stdout.split())
    assert forget(place, "ada", "--yes").returncode == 0
    kept = (place / "course" / ".nbgrader.log").read_text()
    assert kept == f"[Autograde | INFO] Converting notebook submitted/ada2/{ASSIGNMENT}/x.ipynb\nRadar, adagio\n"


def test_who_was_never_recorded_can_be_forgotten_and_no_gradebook_is_made(place: Path) -> None:
    (place / "course" / "gradebook.db").unlink()
    assert forget(place, "ada", "--yes").returncode == 0
    assert not (place / "course" / "gradebook.db").exists()
    assert not (place / "course" / "submitted" / "ada").exists()


def test_a_gradebook_that_cannot_be_read_is_said_and_nothing_is_removed(place: Path) -> None:
    (place / "course" / "gradebook.db").write_bytes(b"no database" * 100)
    run = forget(place, "ada", "--yes")
    assert run.returncode == USAGE and "nothing was removed" in " ".join(run.stdout.split())
    assert (place / "course" / "submitted" / "ada").exists()
