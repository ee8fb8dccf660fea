"""Where else a hand-in may lie that is not where it belongs: what is there, and the command that puts it right.

It is for people to decide whether that is the hand-in: nothing is graded from there, moved, or opened, and no link is
followed. Commands are to be given in the course folder.
"""

import os
import shlex
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from autograder.submission.text import clean

SUBMITTED = "submitted"
DEPTH = 3  # folders below a student's: the assignment's, and a zip file's own two
ENTRIES = 2000  # of one student; a folder with more is passed over, for which come first is not to be known
STUDENTS = 10_000
NAMED = 5  # files in one sentence


def elsewhere(path: Path) -> str:
    """What lies around the missing submitted/STUDENT/ASSIGNMENT/NOTEBOOK.ipynb and may be it; empty if nothing does."""
    folder, student = path.parent, path.parent.parent
    if student.parent.name != SUBMITTED:
        return ""
    course = student.parent.parent
    files = [file for file in _around(student, folder.name) if _is_hand_in(file)]
    like = [file for file in files if _is_like(file, path.stem)]
    if like:
        said = f"Perhaps it is {_named(like, course)}: {_move(like[0], path, course)}"
        return f"{said} (in the course folder) puts it in its place." + (_or_another(like))
    own = [file for file in files if file.parent == folder]
    return f"In its folder there is {_named(own, course)}." if own else ""


def not_in_place(folder: Path, notebooks: Iterable[str]) -> list[str]:
    """A sentence for each notebook that is not in submitted/STUDENT/ASSIGNMENT but perhaps near it; where none at all
    is in its place, one that says so."""
    paths = [folder / f"{notebook}.ipynb" for notebook in notebooks]
    missing = [path for path in paths if not os.path.lexists(path)]
    said = dict.fromkeys(words for path in missing if (words := elsewhere(path)))
    if len(missing) == len(paths):
        said = dict.fromkeys(["No notebook was handed in under its name.", *said])
    name = clean(folder.parent.name, 60)
    return [f"{name}: {words}" for words in said]


def strays(course: Path, assignment: str, notebooks: Collection[str], others: Collection[str] = ()) -> list[str]:
    """What lies in a course's submitted/ and is nobody's hand-in of the assignment, a sentence for each.

    `others`: names of the course's other assignments.
    """
    found = []
    for entry in _scan(course / SUBMITTED, STUDENTS):
        path = Path(entry.path)
        if entry.is_file(follow_symlinks=False):
            place = f"{SUBMITTED}/<student>/{assignment}/"
            found.append(f"{_quoted(path, course)} is in no student's folder; hand-ins belong in {place}.")
        elif entry.is_dir(follow_symlinks=False):
            found += _of_folder(path, course, assignment, notebooks, others)
    return found


def _of_folder(
    student: Path, course: Path, assignment: str, notebooks: Collection[str], others: Collection[str]
) -> Iterator[str]:
    target = student / assignment
    if student.name in {assignment, *others}:
        yield (
            f"{_quoted(student, course)} has an assignment's name; the order is {SUBMITTED}/<student>/<assignment>/,"
            " so what is in it is nobody's."
        )
    elif not target.is_dir():
        folders = [Path(entry.path) for entry in _scan(student) if entry.is_dir(follow_symlinks=False)]
        like = [folder for folder in folders if _plain(folder.name) == _plain(assignment)]
        if like:
            command = f"mv -n {_shell(like[0], course)} {_shell(target, course)}"
            yield f"{_quoted(like[0], course)} should be called “{assignment}”: {command}"
        elif not any(folder.name in others for folder in folders):
            yield _lost(student, target, course, notebooks)


def _lost(student: Path, target: Path, course: Path, notebooks: Collection[str]) -> str:
    """Of a student without the assignment's folder."""
    files = [file for file in _below(student, DEPTH) if _is_hand_in(file)]
    said = f"{_quoted(student, course)} has no folder “{target.name}”, so nothing of it was graded."
    if not files:
        return f"{said} There is no notebook in it."
    known = {notebook: file for notebook in notebooks for file in reversed(files) if _is_like(file, notebook)}
    if not known:
        return f"{said} There is {_named(files, course)}."
    moves = [_move(file, target / f"{notebook}.ipynb", course) for notebook, file in known.items()]
    return f"{said} There is {_named(files, course)}: {' && '.join([f'mkdir -p {_shell(target, course)}', *moves])}"


def _around(student: Path, assignment: str) -> Iterator[Path]:
    """A student's files that may belong to the assignment: in its folder, in one of nearly its name, or in none."""
    for entry in _scan(student):
        if entry.is_file(follow_symlinks=False):
            yield Path(entry.path)
        elif entry.is_dir(follow_symlinks=False) and _plain(entry.name) == _plain(assignment):
            yield from _below(Path(entry.path), DEPTH - 1)


def _below(folder: Path, depth: int) -> Iterator[Path]:
    entries = islice(_walk(folder, depth), ENTRIES)
    return (Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False))


def _walk(folder: Path, depth: int) -> Iterator[os.DirEntry]:
    for entry in _scan(folder):
        yield entry
        if depth and entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), depth - 1)


def _scan(folder: Path, most: int = ENTRIES) -> Sequence[os.DirEntry]:
    """What is in a folder, by name, but for what starts with a point and what a Mac packs into a zip file."""
    try:
        with os.scandir(folder) as entries:
            seen = list(islice(entries, most + 1))
    except OSError:
        return ()
    shown = (entry for entry in seen if not entry.name.startswith((".", "__MACOSX")))
    return sorted(shown, key=lambda entry: entry.name) if len(seen) <= most else ()


def _is_hand_in(file: Path) -> bool:
    return ".ipynb" in file.name.lower() or file.suffix.lower() == ".zip"


def _is_like(file: Path, notebook: str) -> bool:
    """ "Part 1 (1).ipynb" is like "part_1", and so is whatever a course platform makes of the name."""
    return ".ipynb" in file.name.lower() and _plain(notebook) in _plain(file.name)


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _move(file: Path, target: Path, course: Path) -> str:
    return f"mv -n {_shell(file, course)} {_shell(target, course)}"


def _or_another(like: Sequence[Path]) -> str:
    return " If it is another of them, put that name in." if len(like) > 1 else ""


def _named(files: Sequence[Path], course: Path) -> str:
    names = [_quoted(file, course) for file in files[:NAMED]]
    return ", ".join(names) + (f" and {len(files) - NAMED} more" if len(files) > NAMED else "")


def _quoted(path: Path, course: Path) -> str:
    return f"“{clean(str(path.relative_to(course)), 200)}”"


def _shell(path: Path, course: Path) -> str:
    """The path as bash reads it, also where it holds what cannot be shown."""
    text = str(path.relative_to(course))
    if text.isprintable():
        return shlex.quote(text)
    safe = (chr(byte) if 32 <= byte < 127 and byte not in b"\\'" else f"\\x{byte:02x}" for byte in os.fsencode(text))
    return f"$'{''.join(safe)}'"
