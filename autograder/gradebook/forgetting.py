"""Everything that is kept about one student, found and removed: files, records, rows of the gradebook, the exchange,
lines of nbgrader's log."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import Exchange
from nbgrader.utils import notebook_hash
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from autograder.evidence.store import replace_file
from autograder.gradebook import privacy
from autograder.gradebook.database import gradebook_file
from autograder.gradebook.surroundings import CARRIED, SECRET, plain_text
from autograder.problems import NotReady

RECORDS = "records"
LOG = ".nbgrader.log"  # where nbgrader's own commands kept what they said, if nothing else is set


@dataclass(frozen=True)
class Kept:
    """What is kept about a student. Links are kept things themselves; what they lead to is somebody else's."""

    student: str
    files: tuple[Path, ...] = ()  # and folders
    rows: tuple[str, ...] = ()  # of the gradebook, a line for each hand-in
    log: Path | None = None  # nbgrader's, if the student is named in it

    def __bool__(self) -> bool:
        return bool(self.files or self.rows or self.log)


def kept_about(root: Path, config: Config, student: str) -> Kept:
    """What a course keeps about a student. Raises NotReady if that can be nobody's name, or if the gradebook cannot be
    read."""
    if student in ("", ".", "..") or re.search(r"[/\0]", student):
        raise NotReady(f"{student!r} is no student's name: it should be that of a folder in submitted/.")
    directory = CourseDirectory(config=config)
    log = root / (config.NbGrader.get("logfile") or LOG)
    return Kept(
        student,
        tuple(_files(root, directory, config, student)),
        tuple(_rows(directory, config, student)),
        log if log.is_file() and len(_lines_without(log, student)) < len(_lines(log)) else None,
    )


def forget(config: Config, kept: Kept) -> tuple[Path, ...]:
    """Remove all of it; the files that could not be removed. Raises NotReady, with nothing removed, if the gradebook
    cannot be changed."""
    if kept.rows:
        _in_the_gradebook(config, kept.student, lambda book: book.remove_student(kept.student))
        _overwrite(gradebook_file(config))
    for path in kept.files:
        _remove(path)
    if kept.log is not None:
        with privacy.private(config):
            replace_file(kept.log, b"".join(_lines_without(kept.log, kept.student)))
    return tuple(path for path in kept.files if os.path.lexists(path))


def _lines(log: Path) -> list[bytes]:
    return log.read_bytes().splitlines(keepends=True)


def _lines_without(log: Path, student: str) -> list[bytes]:
    """The lines in which the name does not stand by itself; a longer name is somebody else's."""
    name = re.compile(rb"(?<![\w+-])" + re.escape(os.fsencode(student)) + rb"(?![\w+-])")
    return [line for line in _lines(log) if not name.search(line)]


def _files(root: Path, directory: CourseDirectory, config: Config, student: str) -> Iterator[Path]:
    steps = (directory.submitted_directory, directory.autograded_directory, directory.feedback_directory)
    folders = [Path(directory.format_path(step, student, ".")) for step in steps]
    yield from (folder for folder in folders if os.path.lexists(folder))
    records = root / RECORDS
    assignments = sorted(records.iterdir()) if records.is_dir() else []
    yield from (found for assignment in assignments if os.path.lexists(found := assignment / student))
    yield from _in_the_exchange(directory, config, folders)


def _in_the_exchange(directory: CourseDirectory, config: Config, folders: list[Path]) -> Iterator[Path]:
    """What the student handed in by nbgrader's exchange, and the pages that were released there to this student."""
    exchange = Path(Exchange(coursedir=directory, config=config).root, directory.course_id)
    (student,) = {folder.name for folder in folders}
    inbound = exchange / "inbound"
    if inbound.is_dir() and os.access(inbound, os.R_OK):
        # nbgrader's name of a hand-in: STUDENT+ASSIGNMENT+TIME+NUMBER, where a student's name may hold a plus, too
        name = re.compile(re.escape(student) + r"\+[^+]*\+\d{4}-\d\d-\d\d [^+]*(\+[^+]*)?")
        yield from sorted(found for found in inbound.iterdir() if name.fullmatch(found.name))
    pages = {
        exchange / "feedback" / f"{notebook_hash(secret=secret, notebook_id=notebook.stem)}.html"
        for folder in folders
        for file in folder.glob(f"*/{SECRET}")
        if (secret := plain_text(file, CARRIED[SECRET]))
        for notebook in [*file.parent.glob("*.ipynb"), *file.parent.glob("*.html")]
    }
    yield from sorted(page for page in pages if os.path.lexists(page))


def _rows(directory: CourseDirectory, config: Config, student: str) -> list[str]:
    """A line for each hand-in that the gradebook knows, with what only a person can have put there."""

    def said(book: Gradebook) -> list[str]:
        lines = ["name and address"]
        for submission in book.find_student(student).submissions:
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            comments = [comment for notebook in submission.notebooks for comment in notebook.comments]
            by_hand = sum(grade.manual_score is not None or bool(grade.extra_credit) for grade in grades)
            written = sum(bool(comment.manual_comment) for comment in comments)
            lines.append(
                f"{submission.assignment.name}: {len(grades)} grades ({by_hand} by hand), {written} written comments"
            )
        return lines

    return _in_the_gradebook(config, student, said) or []


def _in_the_gradebook(config: Config, student: str, action: Callable[[Gradebook], Any]) -> Any:
    """What the action gives; None where the gradebook, or the student in it, is not there."""
    directory = CourseDirectory(config=config)
    file = gradebook_file(config)
    if file is not None and not file.exists():  # nbgrader would make an empty one
        return None
    try:
        with Gradebook(directory.db_url, directory.course_id) as book:
            return action(book)
    except MissingEntry:
        return None
    except UnicodeEncodeError:  # a folder's name that is no text: nbgrader cannot have recorded it
        return None
    except SQLAlchemyError as error:
        raise NotReady(
            f"The gradebook cannot be read and changed ({getattr(error, 'orig', None) or error}), so nothing was"
            f" removed. `initlab doctor` says what is wrong with it."
        ) from error


def _overwrite(file: Path | None) -> None:
    """SQLite leaves what is deleted in the file until it needs the room."""
    if file is not None:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("VACUUM")


def _remove(path: Path) -> None:
    """The file or folder as far as that can be done; of a link, the link."""
    with suppress(OSError, RecursionError):
        if path.is_symlink() or not path.is_dir():
            path.unlink()
            return
        path.chmod(0o700)  # what was collected or unpacked may be in folders that nobody may change
        for folder, below, _ in os.walk(path):
            for name in below:
                if not os.path.islink(os.path.join(folder, name)):
                    os.chmod(os.path.join(folder, name), 0o700)
        shutil.rmtree(path)
