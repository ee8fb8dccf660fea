"""The three import rules, and that the sandbox's code can live without the rest of the grader."""

import ast
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

AUTOGRADER = REPOSITORY / "autograder"
INITLAB = REPOSITORY / "source" / "weight_initialization" / "initlab"
RUNS_STUDENT_CODE = {"worker", "zygote", "execution", "box", "process", "grading", "course", "submission"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, `from a import b` counting as both a and a.b."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


@pytest.mark.parametrize("path", files(AUTOGRADER / "sandbox"), ids=lambda p: p.stem)
def test_the_sandbox_imports_nothing_else_of_the_grader(path):
    ours = {name for name in imports(path) if name.split(".")[0] == "autograder"}
    assert all(name == "autograder" or name.startswith("autograder.sandbox") for name in ours), ours


@pytest.mark.parametrize("path", files(AUTOGRADER / "graders"), ids=lambda p: p.stem)
def test_graders_read_evidence_and_run_nothing(path):
    for name in imports(path):
        assert not (name.startswith("autograder") and name.rsplit(".", 1)[-1] in RUNS_STUDENT_CODE), name
        assert name.split(".")[0] not in ("subprocess", "pickle", "importlib", "tensorflow", "keras"), name
    calls = {
        n.func.id
        for n in ast.walk(ast.parse(path.read_text()))
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert not calls & {"exec", "eval", "compile", "__import__"}


@pytest.mark.parametrize("path", files(INITLAB), ids=lambda p: str(p.relative_to(INITLAB)))
def test_the_student_library_knows_nothing_of_the_grader(path):
    assert not any(name.split(".")[0] in ("autograder", "tests") for name in imports(path))


@pytest.mark.parametrize("path", files(AUTOGRADER) + files(INITLAB), ids=lambda p: str(p.relative_to(REPOSITORY)))
def test_every_module_says_what_it_is_for_and_stays_small(path):
    text = path.read_text()
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring and docstring.split("\n")[0].rstrip(), "a module's docstring says its reason in a sentence"
    assert len(text.splitlines()) <= 400
