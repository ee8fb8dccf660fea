"""nbgrader's gradebook as a database: where it is, and whether grades can be written to it now."""

import os
from pathlib import Path

from nbgrader.coursedir import CourseDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool
from traitlets.config import Config

from autograder.course_folder import CourseFolder, load_config

# A student's row takes nbgrader under 1 s to write; whoever holds on ten times as long has stopped.
LOCKED_SECONDS = 10.0


def db_url(config: Config) -> str:
    """The address of the gradebook."""
    return CourseDirectory(config=config).db_url


def gradebook_file(config: Config) -> Path | None:
    """The gradebook's file; None where it is a database of another kind. Raises ArgumentError if it is none at all."""
    url = make_url(db_url(config))
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def gradebook_problem(course: CourseFolder) -> str:
    """Why no grade of this assignment can be recorded now, and what to do; empty if all is well.

    Writes nothing. Waits up to LOCKED_SECONDS for a gradebook that is locked.
    """
    config = load_config(course.root)
    try:
        file = gradebook_file(config)
    except ArgumentError as error:
        return f"c.CourseDirectory.db_url in nbgrader_config.py is no address of a database: {error}."
    if file is not None and (problem := _file_problem(file)):
        return problem
    try:
        known = _knows(db_url(config), course.assignment, is_file=file is not None)
    except SQLAlchemyError as error:
        return _in_words(file, str(getattr(error, "orig", None) or error))
    if not known:
        return f"The gradebook does not know the assignment {course.assignment}: run `initlab release` first."
    return ""


def _file_problem(file: Path) -> str:
    """What is wrong with the file itself. The database writes others beside it, so its folder counts, too."""
    if not file.parent.is_dir():
        return f"The gradebook should be in {file.parent}, which is no folder: make it, then run `initlab release`."
    if not file.exists():
        return f"There is no gradebook {file} yet: run `initlab release`, which makes it."
    if not file.is_file():
        return f"The gradebook {file} is no file: move it away, then run `initlab release`."
    if not os.access(file, os.R_OK | os.W_OK, effective_ids=True):
        return f"The gradebook {file} cannot be read and written by you: run this as its owner, or `chmod u+rw {file}`."
    if not os.access(file.parent, os.W_OK | os.X_OK, effective_ids=True):
        return f"Nothing can be written beside the gradebook, in {file.parent}: `chmod u+rwx {file.parent}`."
    return ""


def _knows(url: str, assignment: str, is_file: bool) -> bool:
    """Whether the gradebook has this assignment, asked as one who is about to write. Raises SQLAlchemyError."""
    options = {"connect_args": {"timeout": LOCKED_SECONDS}} if is_file else {}
    engine = create_engine(url, poolclass=NullPool, **options)
    with engine.connect() as connection:
        if is_file:
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # as a writer: fails where it is locked or read-only
            tables = connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'assignment'")).first()
            if tables is None:
                return False
        asked = text("SELECT 1 FROM assignment WHERE name = :name")
        return connection.execute(asked, {"name": assignment}).first() is not None


def _in_words(file: Path | None, said: str) -> str:
    if file is None:
        return f"The gradebook cannot be reached: {said}. See c.CourseDirectory.db_url in nbgrader_config.py."
    if "locked" in said:
        return (
            f"Another program has held the gradebook {file} locked for {LOCKED_SECONDS:g} s: end it (formgrader,"
            " nbgrader, a database browser), then start again."
        )
    if "readonly" in said or "read-only" in said:
        return f"The gradebook {file} is read-only: `chmod u+w {file}`, or run this as its owner."
    if "not a database" in said or "malformed" in said:
        return (
            f"The gradebook {file} is no database: put a backup in its place; without one, move it away, run"
            " `initlab release`, and grade again. Grades given by hand are lost then."
        )
    return f"The gradebook {file} cannot be used: {said}."
