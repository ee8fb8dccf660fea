"""The pages of documentation: their links lead somewhere, the files and commands that they name exist."""

import argparse
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from autograder.cli import _parser
from tests.conftest import REPOSITORY

PAGES = [
    REPOSITORY / "README.md",
    REPOSITORY / "CHANGELOG.md",
    *sorted((REPOSITORY / ".github").glob("*.md")),
    *sorted((REPOSITORY / "autograder").rglob("README.md")),
]
SUFFIXES = {".py", ".md", ".toml", ".lock", ".ini", ".yml", ".ipynb", ".j2"}
GONE = {"CHANGELOG.md": {"constraints.txt"}}  # what a page may name though it is there no longer
# what grading and building make, and git does not keep
MADE = {line.strip("/*") for line in (REPOSITORY / ".gitignore").read_text().splitlines() if line[:1] not in "#"}

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))


def without_code(text: str) -> str:
    """The text without blocks of code."""
    return re.sub(r"^ *```.*?^ *```$", "", text, flags=re.M | re.S)


def code(text: str) -> list[str]:
    """What stands in backticks, and the lines of code blocks without their comments; not the texts of links."""
    blocks = re.findall(r"^ *```\w*\n(.*?)^ *```$", text, flags=re.M | re.S)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    prose = re.sub(r"\[[^\]]*\]\([^)\s]+\)", "", without_code(text))
    return [*re.findall(r"`([^`\n]+)`", prose), *filter(None, lines)]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings."""
    headings = re.findall(r"^#+ (.+)$", without_code(page.read_text()), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: Path, top: Path = REPOSITORY) -> Iterator[str]:
    """The relative links of a page that lead nowhere, or out of the repository."""
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text())):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        if not goal.exists() or not goal.is_relative_to(top) or (anchor and anchor not in anchors(goal)):
            yield target


def named_paths(page: Path) -> Iterator[str]:
    """Words in code that are paths of the repository, by a slash or suffix; with a name in <> one stands for many."""
    for piece in code(page.read_text()):
        for word in piece.replace("::", " ").split():
            is_path = re.fullmatch(r"(?!/)[\w.*/-]+", word) and ("/" in word or Path(word).suffix in SUFFIXES)
            if is_path and word.split("/")[0] not in MADE and not word.startswith("-"):
                yield word


def exists(word: str, page: Path) -> bool:
    """Whether there is such a path, from the top of the repository or from the page's folder."""
    return any(any(folder.glob(word.strip("/"))) for folder in (REPOSITORY, page.parent))


def options(parser: argparse.ArgumentParser) -> tuple[set[str], dict[str, argparse.ArgumentParser]]:
    """A parser's options, and its subcommands."""
    commands: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands = dict(action.choices)
    return set(parser._option_string_actions), commands


def complaints_about_commands(page: Path) -> Iterator[str]:
    targets = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), flags=re.M))
    flags, commands = options(_parser())
    for piece in code(page.read_text()):
        match piece.split():
            case ["make", target, *_] if target not in targets:
                yield f"`{piece}`: the Makefile has no target {target}"
            case ["initlab", word, *rest] if word not in flags and word != "…":
                if word not in commands:
                    yield f"`{piece}`: initlab has no command {word}"
                else:
                    unknown = {w for w in rest if w.startswith("--")} - options(commands[word])[0]
                    yield from (f"`{piece}`: there is no option {option}" for option in unknown)
            case ["python", "-m", module, *_] if find_spec(module) is None:
                yield f"`{piece}`: there is no module {module}"


@each_page
def test_every_link_leads_somewhere(page):
    assert list(broken_links(page)) == []


@each_page
def test_every_path_that_is_named_exists(page):
    gone = GONE.get(page.name, set())
    assert [word for word in named_paths(page) if word not in gone and not exists(word, page)] == []


@each_page
def test_every_command_that_is_named_exists(page):
    assert list(complaints_about_commands(page)) == []


@pytest.mark.parametrize(
    ("text", "links", "paths", "commands"),
    [
        ("[a](nowhere.md) [b](#no-heading) [c](#here) `x`\n\n# Here", ["nowhere.md", "#no-heading"], [], 0),
        ("`tests/none.py`, `submitted/ada/`, `he_normal`, `tests/bank/<function>.py`", [], ["tests/none.py"], 0),
        ("`make tea`, make tea, `initlab brew`, `initlab grade --milk`, `initlab grade --student ada`", [], [], 3),
        ("```sh\nmake tea  # and initlab brew\npytest tests/test_nothing.py\n```", [], ["tests/test_nothing.py"], 1),
    ],
)
def test_what_is_wrong_would_be_found(tmp_path, text, links, paths, commands):
    page = tmp_path / "page.md"
    page.write_text(text)
    assert list(broken_links(page, tmp_path)) == links
    assert [word for word in named_paths(page) if not exists(word, page)] == paths
    assert len(list(complaints_about_commands(page))) == commands
