"""What was written about a student, and what a browser might run of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup

from tests.attacks.attack import NOTEBOOK
from tests.attacks.battlefield import Battle
from tests.conftest import ASSIGNMENT

# control and direction marks: a reader does not see them, and they change what is seen
UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def artefacts(battle: Battle, student: str) -> dict[Path, bytes]:
    """Everything that was written about a student."""
    root = battle.course.root
    folders = [battle.course.record_folder(student), root / "autograded" / student, root / "feedback" / student]
    paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(root): path.read_bytes() for path in paths}


def page_of(battle: Battle, student: str) -> Path:
    """A student's feedback page."""
    return battle.course.root / "feedback" / student / ASSIGNMENT / f"{NOTEBOOK}.html"


@dataclass(frozen=True)
class Shown:
    """What a browser makes of a page; a page is parsed once, which takes longer than grading its student."""

    active: frozenset[str]  # what it might run: scripts, handlers, and links that are code
    marks: Mapping[str, int]  # how often each of the grader's marks is there


# What only the page's own template makes: rows of checks, scores, remarks, headings, places that links go to.
MARKS = (".initlab-checks h3", ".badge", ".points", "header", "nav", "progress", "h1:not(.initlab-hand-in h1)")


@cache
def shown(page: str) -> Shown:
    """The same page gives the same."""
    soup = BeautifulSoup(page, "html.parser")
    marks = {mark: len(soup.select(f"body {mark}")) for mark in MARKS}
    return Shown(frozenset(_active(soup)), marks)


def _active(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(["script", "iframe", "object", "embed", "base", "form", "meta", "link", "style"]):
        yield str(tag)
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            code = str(value).strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
            if name.lower().startswith("on") or code or name.lower() == "srcdoc":
                yield f"{tag.name} {name}={value}"
