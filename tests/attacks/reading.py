"""What was written about a student, and what a browser might run of it."""

import re
from functools import lru_cache
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


@lru_cache(maxsize=4)
def _parsed(page: str) -> BeautifulSoup:
    """The honest page stands beside every other, and is parsed once."""
    return BeautifulSoup(page, "html.parser")


def active(page: str) -> set[str]:
    """What a browser might run in a page: scripts, handlers, and links that are code."""
    soup = _parsed(page)
    found = {
        str(tag)
        for tag in soup.find_all(["script", "iframe", "object", "embed", "base", "form", "meta", "link", "style"])
    }
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            code = str(value).strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
            if name.lower().startswith("on") or code or name.lower() == "srcdoc":
                found.add(f"{tag.name} {name}={value}")
    return found


# What only nbgrader's templates and the grader make: rows of checks, headings with scores, places that links go to.
MARKS = (".initlab-checks", ".label", ".row", ".panel", ".panel-heading", "a[name]", "h4", "[id]:not([id^='cell-id='])")


def marks(page: str) -> dict[str, int]:
    """How often each of the grader's marks is on a page."""
    soup = _parsed(page)
    return {mark: len(soup.select(f"body {mark}")) for mark in MARKS}
