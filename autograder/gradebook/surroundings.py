"""What lies around a submitted notebook: students' names, links, other files; the trusted side takes none of it in.

nbgrader copies every file beside a notebook to autograded/ and on to feedback/. It follows links when it does, and
waits for ever on a pipe. Nothing of a lab needs such a file, so none is copied but two of the exchange's, if they are
plain and small: the time stamp, by which nbgrader knows a newer hand-in, and the secret, by which feedback finds its
way back to who handed in.
"""

import contextlib
import glob
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory

TIMESTAMP = "timestamp.txt"
SECRET = "submission_secret.txt"
# file -> the most bytes it may have: "2026-01-31 12:00:00.000000 UTC" has 30, nbgrader's secret has 128
CARRIED = {TIMESTAMP: 100, SECRET: 256}
# nbgrader lists a folder again for every file in it; past this many files, both are left behind as well
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


def with_names_of_text(assignments: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Folder -> the notebooks in it that nbgrader can ask its database for: a name may hold bytes that are no text."""
    return {folder: [path for path in paths if _is_text(path)] for folder, paths in assignments.items()}


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_plain(path: Path, longest: int) -> bool:
    """Whether it is a regular file of at most this many bytes; a link is not."""
    with contextlib.suppress(OSError, ValueError):
        found = os.lstat(path)
        return stat.S_ISREG(found.st_mode) and found.st_size <= longest
    return False


def plain_text(path: Path, longest: int) -> str | None:
    """The ASCII text of a regular file of at most this many bytes; None if it is anything else."""
    if not is_plain(path, longest):
        return None
    try:
        return path.read_bytes().decode("ascii")
    except (OSError, UnicodeDecodeError):
        return None


class NotebooksOnly(CourseDirectory):
    """nbgrader's course directory as its autograding sees it: of what was handed in, only notebooks count."""

    def get_existing_timestamp(self, dest_path: str) -> datetime | None:
        """nbgrader's own reading, for a time stamp that is a plain file and says a time; else None."""
        if not is_plain(Path(dest_path, TIMESTAMP), CARRIED[TIMESTAMP]):
            return None
        try:
            return super().get_existing_timestamp(dest_path)
        except (AttributeError, ValueError, OverflowError):  # nbgrader calls a method it does not have
            self.log.warning("The time stamp in %s says no time; it is passed over.", dest_path)
            return None


def notebooks_only(directory: CourseDirectory, folders: Iterable[str], parent: Any) -> NotebooksOnly:
    """The same course directory for grading what is in these folders, submitted/STUDENT/ASSIGNMENT."""
    seen = NotebooksOnly(parent=parent)
    for name in directory.trait_names(config=True):
        setattr(seen, name, getattr(directory, name))
    folders = list(folders)
    # nbgrader asks of the folder itself, too, whether it is to be passed over
    kept = {*CARRIED, *map(os.path.basename, folders)}
    seen.ignore = [*directory.ignore, *_all_but(kept), *map(glob.escape, _passed_over(folders))]
    return seen


def _passed_over(folders: Iterable[str]) -> Iterator[str]:
    """Folders of which no file is copied, and files that are not what their name says."""
    for folder in folders:
        names = os.listdir(folder)
        if len(names) > FILES or os.path.basename(folder) in names:
            yield folder
        for name in CARRIED.keys() & set(names):
            if not is_plain(Path(folder, name), CARRIED[name]):
                yield os.path.join(folder, name)


def _all_but(names: Collection[str]) -> Iterator[str]:
    """Patterns that match every file name except these: those that part from all of them, and those that stop short."""
    for prefix in sorted({name[:length] for name in names for length in range(len(name) + 1)}):
        following = {name[len(prefix)] for name in names if name.startswith(prefix) and name != prefix}
        yield glob.escape(prefix) + (f"[!{''.join(sorted(following))}]*" if following else "?*")
        if prefix and prefix not in names:
            yield glob.escape(prefix)
