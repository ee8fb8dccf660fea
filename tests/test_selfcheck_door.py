"""One door to the self-checks: every graded function has one in `initlab.selfcheck`, and the notebooks use no other."""

import re

import pytest
from initlab import selfcheck

from autograder.labs.weight_initialization import LAB

FOLDERS = {grader.function: grader.__module__.split(".")[-2] for grader in LAB.graders}
MASTERS = {path.stem: path.read_text() for path in sorted(LAB.masters.glob("part*.py"))}


def test_the_door_opens_to_the_graded_functions_and_nothing_else() -> None:
    assert len(selfcheck.__all__) == len(set(selfcheck.__all__))
    assert set(selfcheck.__all__) - set(FOLDERS) == set(), "without a grader in the lab"
    assert set(FOLDERS) - set(selfcheck.__all__) == set(), "import it in selfcheck/__init__.py and add it to __all__"


@pytest.mark.parametrize("function", FOLDERS)
def test_each_is_written_in_the_module_of_its_question(function: str) -> None:
    check = getattr(selfcheck, function)
    assert callable(check) and check.__name__ == function
    package, module = check.__module__.rsplit(".", 1)
    assert package == selfcheck.__name__
    assert module in (FOLDERS[function], "initializers")


def test_the_notebooks_call_each_once_with_the_function_of_its_name() -> None:
    calls = [call for text in MASTERS.values() for call in re.findall(r"^selfcheck\.(\w+)\((\w+)\)$", text, re.M)]
    assert sorted(calls) == sorted((function, function) for function in FOLDERS)


@pytest.mark.parametrize("notebook", MASTERS)
def test_a_notebook_knows_no_other_way_in(notebook: str) -> None:
    named = [line for line in MASTERS[notebook].splitlines() if "selfcheck" in line]
    (door,) = (line for line in named if not re.fullmatch(r"selfcheck\.(\w+)\(\1\)", line))
    assert door == "from initlab import selfcheck"


@pytest.mark.parametrize("part", ["part1", "part2", "part3"])
def test_notebooks_of_the_first_version_find_the_door(part: str) -> None:
    """Their locked cells say `from initlab.selfcheck import part1 as selfcheck`, before other imports."""
    namespace: dict[str, object] = {}
    exec(f"from initlab.selfcheck import {part} as door", namespace)
    assert namespace["door"] is selfcheck
