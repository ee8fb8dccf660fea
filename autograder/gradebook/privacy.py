"""Who can read the course folder: its owner alone, but for the release.

nbgrader makes its folders and its gradebook readable for every user of the machine, and what it collects writable.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.gradebook.database import gradebook_file
from autograder.problems import Finding, NotReady

FOLDERS = {
    "autograded": "everyone's work and points are in it",
    "feedback": "everyone's points are in it",
    "records": "everyone's work and points, and the inputs of hidden checks, are in it",
    "solutions": "the solutions are in it",
    "source": "the solutions are in it",
    "submitted": "everyone's work is in it",
}
SECRET_WHY = "every student's hidden inputs are drawn from it"
GRADEBOOK_WHY = "everyone's points are in it"
GROUP_AND_OTHERS, OTHERS = 0o077, 0o007
WRITE = 0o022


def exposures(root: Path, config: Config) -> tuple[Finding, ...]:
    """What other users of the machine can open, or change, of what is not for them; nothing if all is closed."""
    closed = _closed(config)
    found = []
    for path, why in _private(root, config):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & closed:
            words = f"Other users of this machine can open {path} ({mode:o})."
            found.append(Finding(words, f"{why[0].upper()}{why[1:]}.", f"`chmod {_letters(closed)} {path}`"))
    changeable = [path for path, mode in _below(root / "submitted") if mode & closed & WRITE]
    if changeable:
        words = f"Other users may write to {len(changeable)} files or folders in submitted/, such as {changeable[0]}."
        why = "nbgrader leaves what it collects so; whoever gets there changes what was handed in."
        found.append(Finding(words, why, f"`initlab grade` mends it, and so does `chmod -R go-w {root / 'submitted'}`"))
    return tuple(found)


def close(root: Path, config: Config) -> None:
    """Take from other users what is not for them. Raises `NotReady` where it belongs to somebody else."""
    closed = _closed(config)
    for path, _ in _private(root, config):
        _without(path, stat.S_IMODE(path.stat().st_mode), closed)
    for name in FOLDERS:
        for path, mode in _below(root / name):
            # a page of feedback goes to the exchange as it is here, and students have to read it there
            kept = name == "feedback" and not path.is_dir()
            _without(path, mode, closed & WRITE if kept else closed)


@contextmanager
def private(config: Config) -> Iterator[None]:
    """What this process writes meanwhile, other users cannot open."""
    before = os.umask(_closed(config))
    try:
        yield
    finally:
        os.umask(before)


def _closed(config: Config) -> int:
    """The bits of a mode that nobody gets; instructors who share a course get it by their group."""
    return OTHERS if CourseDirectory(config=config).groupshared else GROUP_AND_OTHERS


def _letters(closed: int) -> str:
    return "o-rwx" if closed == OTHERS else "go-rwx"


def _private(root: Path, config: Config) -> Iterator[tuple[Path, str]]:
    """The parts of a course that are there and not for others, and why: folders, the secret, the gradebook and what its
    database or a careful hand put beside it."""
    yield from ((root / name, why) for name, why in FOLDERS.items() if (root / name).is_dir())
    files = [(root, "course_secret", SECRET_WHY), (root, ".nbgrader.log", "students' names are in it")]
    gradebook = gradebook_file(config)
    if gradebook is not None:
        files.append((gradebook.parent, f"{gradebook.name}*", GRADEBOOK_WHY))
    for folder, pattern, why in files:
        yield from ((path, why) for path in sorted(folder.glob(pattern)) if path.is_file())


def _below(folder: Path) -> Iterator[tuple[Path, int]]:
    """Every file and folder below a folder, with its mode; links are left out, and are not followed."""
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(parent, name)
            with suppress(FileNotFoundError):
                found = path.lstat().st_mode
                if not stat.S_ISLNK(found):
                    yield path, stat.S_IMODE(found)


def _without(path: Path, mode: int, bits: int) -> None:
    if mode & bits:
        try:
            path.chmod(mode & ~bits)
        except PermissionError:
            raise NotReady(
                f"{path} is open to other users of this machine and belongs to another user, so you cannot close it:"
                f" `sudo chmod -R go-rwx {path}`, or run this as its owner."
            ) from None
