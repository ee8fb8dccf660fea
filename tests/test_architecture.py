"""The house: which room may import which, that the engine knows no lab, and that rooms stay small."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.labs.weight_initialization import LAB
from tests.conftest import REPOSITORY

AUTOGRADER = REPOSITORY / "autograder"
LABS = AUTOGRADER / "labs"
OUR_LAB = LABS / "weight_initialization"
INITLAB = REPOSITORY / "source" / "weight_initialization" / "initlab"

# The way of the data: a room imports from itself and from those before it, never from one after it.
ROOMS = (
    "version", "problems", "interrupts", "bounds", "sandbox", "submission", "evidence", "verdict", "lab",
    "course_folder", "grading", "class_grading", "report", "gradebook", "grade_command", "cli", "__main__",
)  # fmt: skip
RUNS_STUDENT_CODE = {"sandbox.worker", "sandbox.zygote", "sandbox.box", "sandbox.process", "evidence.execution"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports; `from a import b` counts as a.b where that is a module, else as a."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            for name in node.names:
                inner = REPOSITORY.joinpath(*node.module.split("."), name.name)
                is_module = inner.with_suffix(".py").exists() or (inner / "__init__.py").exists()
                found.add(f"{node.module}.{name.name}" if is_module else node.module)
    return found


def files(folder: Path) -> list[Path]:
    """The modules below a folder; hand-ins of an example class are none."""
    return sorted(p for p in folder.rglob("*.py") if not {"__pycache__", "example_class"} & set(p.parts))


ENGINE = [path for path in files(AUTOGRADER) if LABS not in path.parents]


def name_of(path: Path) -> str:
    """A module's path as one reads it."""
    return str(path.relative_to(REPOSITORY))


def room(module: str) -> str:
    """The room of a module of the engine."""
    return module.removeprefix("autograder").strip(".").partition(".")[0]


def ours(path: Path) -> set[str]:
    """The modules of this project's program that a file imports."""
    return {name for name in imports(path) if name.split(".")[0] == "autograder"}


@pytest.mark.parametrize("path", [p for p in ENGINE if p.parent != AUTOGRADER or p.stem != "__init__"], ids=name_of)
def test_no_room_imports_from_one_that_the_data_reaches_later(path: Path) -> None:
    here = ROOMS.index(path.relative_to(AUTOGRADER).parts[0].removesuffix(".py"))
    for name in ours(path):
        if there := room(name):
            assert there in ROOMS, f"{name}: a room that the house has no place for"
            assert ROOMS.index(there) <= here, name


@pytest.mark.parametrize("path", files(AUTOGRADER / "sandbox"), ids=name_of)
def test_the_sandbox_imports_nothing_else_of_the_grader(path: Path) -> None:
    assert all(name == "autograder" or room(name) == "sandbox" for name in ours(path))


@pytest.mark.parametrize("path", files(OUR_LAB), ids=name_of)
def test_a_lab_reads_evidence_and_runs_nothing(path: Path) -> None:
    inside = OUR_LAB / "inside" in path.parents
    for name in imports(path):
        assert not (name.startswith("autograder") and name.removeprefix("autograder.") in RUNS_STUDENT_CODE), name
        assert name.split(".")[0] not in ("subprocess", "pickle", "importlib"), name
        assert inside or name.split(".")[0] not in ("tensorflow", "keras"), name
    tree = ast.walk(ast.parse(path.read_text()))
    calls = {n.func.id for n in tree if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    assert not calls & {"exec", "eval", "compile", "__import__"}


@pytest.mark.parametrize("path", files(OUR_LAB / "inside"), ids=name_of)
def test_what_a_lab_has_inside_imports_no_sibling(path: Path) -> None:
    """Of the grader only itself, and of the sandbox the module that says what a value is."""
    assert all(name.startswith((LAB.inside, "autograder.sandbox.plain")) for name in ours(path))


@pytest.mark.parametrize("path", files(INITLAB), ids=name_of)
def test_the_student_library_knows_nothing_of_the_grader(path: Path) -> None:
    assert not any(name.split(".")[0] in ("autograder", "tests") for name in imports(path))


@pytest.mark.parametrize("path", ENGINE, ids=name_of)
def test_the_engine_imports_no_lab_and_no_student_library(path: Path) -> None:
    for name in imports(path):
        assert not name.startswith("autograder.labs"), name
        assert name.split(".")[0] not in (LAB.library.name, "tensorflow", "keras", "sklearn"), name


# Words that only this lab has. `initlab` is the program's name too, and so is no lab's; a lab's library is one where
# it is imported or asked for by its dotted name, which the test above and the one below look for.
GENERAL_WORDS = ("constant", "compare", "zeros")  # functions whose names are everybody's words
LAB_WORDS = re.compile(
    "|".join(
        [
            LAB.assignment,
            r"(?<![.\w])initlab\.(?!labs\b)[a-z_]+",
            "tensorflow",
            "keras",
            "sklearn",
            r"scikit.learn",
            "iris",
        ]
        + [rf"\b{grader.function}\b" for grader in LAB.graders if grader.function not in GENERAL_WORDS]
        + sorted({grader.notebook for grader in LAB.graders})
        + [path.name for path in OUR_LAB.glob("q[0-9]_*")]
    ),
    re.IGNORECASE,
)


def lines_with_lab_words(path: Path) -> Iterator[str]:
    """Lines of a module, comments and docstrings included, that hold a word of the lab."""
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        if LAB_WORDS.search(line):
            yield f"{name_of(path)}:{number}: {line.strip()}"


@pytest.mark.parametrize("path", ENGINE, ids=name_of)
def test_the_engine_holds_no_name_of_the_lab(path: Path) -> None:
    assert list(lines_with_lab_words(path)) == []


def test_the_grep_would_find_one(tmp_path: Path) -> None:
    assert LAB_WORDS.search("steps['he_normal']") and LAB_WORDS.search("import tensorflow as tf")
    assert not LAB_WORDS.search("`initlab grade`, c.Initlab.labs, the entry point initlab.labs")


@pytest.mark.parametrize("path", files(AUTOGRADER) + files(INITLAB), ids=name_of)
def test_every_module_says_what_it_is_for_and_stays_small(path: Path) -> None:
    text = path.read_text()
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring and docstring.split("\n")[0].rstrip(), "a module's docstring says its reason in a sentence"
    assert len(text.splitlines()) <= 400


def test_there_is_no_circle_of_imports() -> None:
    modules = {name_of(p).removesuffix(".py").removesuffix("/__init__").replace("/", "."): p for p in files(AUTOGRADER)}
    uses = {name: {used for used in ours(path) if used in modules and used != name} for name, path in modules.items()}
    done: set[str] = set()
    while ready := {name for name, used in uses.items() if name not in done and used <= done}:
        done |= ready
    circles = {name: uses[name] - done for name in uses.keys() - done}
    assert circles == {}


@pytest.mark.parametrize("path", files(AUTOGRADER), ids=name_of)
def test_no_string_was_cut_by_a_machine(path: Path) -> None:
    """Words of a message in pieces of one word each are hard to read and hard to find."""
    pieces = []
    with tokenize.open(path) as file:
        tokens = [t for t in tokenize.generate_tokens(file.readline) if t.type not in (tokenize.NL, tokenize.COMMENT)]
    for before, here, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.type == here.type == after.type == tokenize.STRING:
            text = here.string.strip("rbf").strip("\"'").strip()
            if text and " " not in text and "{" not in text:
                pieces.append(f"{name_of(path)}:{here.start[0]}: {here.string}")
    assert pieces == []
