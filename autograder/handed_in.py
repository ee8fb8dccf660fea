"""What lies around a submitted notebook: names of students, links, and files beside it, none of which the trusted side takes in.

nbgrader copies every file beside a notebook to autograded/ and on to feedback/. It follows links when it does, and
waits for ever on a pipe. Nothing of this lab needs such a file, so none is copied but a plain time stamp, by which
nbgrader knows a newer hand-in.
"""

import contextlib
import glob
import os
import stat
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory

TIMESTAMP = "timestamp.txt"
TIMESTAMP_BYTES = 100  # "2026-01-31 12:00:00.000000 UTC" has 30
# nbgrader lists a folder again for every file in it; past this many files, the time stamp is left behind as well
FILES = 500
NAME_CHARACTERS = 128  # what nbgrader's tables hold
GLOB_AND_MARKUP = frozenset('*?[]<>&"\\')  # nbgrader takes a name for a pattern, its pages take it for HTML


def name_problem(student: str) -> str | None:
    """Why nbgrader cannot keep a student of this name, in words for the instructor; None if it can."""
    fix = "Rename the folder in submitted/."
    if not student.isprintable():
        return f"The student's name holds characters that cannot be shown (a line break, a direction mark). {fix}"
    if student != student.strip():
        return f"The student's name starts or ends with a space. {fix}"
    if found := sorted(GLOB_AND_MARKUP & set(student)):
        return f"The student's name holds {' '.join(found)}, which nbgrader would misread. {fix}"
    if len(student) > NAME_CHARACTERS:
        return f"The student's name is longer than {NAME_CHARACTERS} characters. {fix}"
    return None


def is_plain(path: Path, longest: int) -> bool:
    """Whether it is a regular file of at most this many bytes; a link is not."""
    with contextlib.suppress(OSError, ValueError):
        found = os.lstat(path)
        return stat.S_ISREG(found.st_mode) and found.st_size <= longest
    return False


class HandedIn(CourseDirectory):
    """nbgrader's course directory as its autograding sees it: of what was handed in, nothing but notebooks is copied."""

    def get_existing_timestamp(self, dest_path: str) -> datetime | None:
        """nbgrader's own reading, for a time stamp that is a plain file and says a time; else None."""
        if not is_plain(Path(dest_path, TIMESTAMP), TIMESTAMP_BYTES):
            return None
        try:
            return super().get_existing_timestamp(dest_path)
        except (AttributeError, ValueError, OverflowError):  # nbgrader calls a method it does not have
            self.log.warning("The time stamp in %s says no time; it is passed over.", dest_path)
            return None


def handed_in(directory: CourseDirectory, folders: Iterable[str], parent: Any) -> HandedIn:
    """The same course directory for grading what is in these folders, submitted/STUDENT/ASSIGNMENT."""
    seen = HandedIn(parent=parent)
    for name in directory.trait_names(config=True):
        setattr(seen, name, getattr(directory, name))
    seen.ignore = [*directory.ignore, *_all_but(TIMESTAMP), *map(glob.escape, _passed_over(folders))]
    return seen


def _passed_over(folders: Iterable[str]) -> Iterator[str]:
    """The folders of which not even the time stamp is copied."""
    for folder in folders:
        names = os.listdir(folder)
        if len(names) > FILES or (TIMESTAMP in names and not is_plain(Path(folder, TIMESTAMP), TIMESTAMP_BYTES)):
            yield folder


def _all_but(name: str) -> Iterator[str]:
    """Patterns that together match every file name except this one: another character somewhere, shorter, longer."""
    for place, character in enumerate(name):
        yield f"{name[:place]}[!{character}]*"
        if place:
            yield name[:place]
    yield f"{name}?*"
