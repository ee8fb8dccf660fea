"""The catalogue and the graders name the same mistakes, and what it says is a help, not the answer."""

import ast
import re
from collections import Counter
from functools import cache

import pytest

from autograder.labs.weight_initialization.catalogue import CATALOGUE, OWN
from autograder.verdict.common import COMMON
from tests.conftest import REPOSITORY
from tests.keys_in_code import Keys, keys_in

# "module: expression" -> why a key there cannot be read off the code, and what sees to it instead
NOT_CONSTANT: dict[str, str] = {}


@cache
def named() -> Keys:
    """The keys that the grader's code names. The catalogue's own files and an example class's hand-ins do not count."""
    paths = [p.relative_to(REPOSITORY) for p in sorted((REPOSITORY / "autograder").rglob("*.py"))]
    modules = {
        ".".join(path.with_suffix("").parts).removesuffix(".__init__"): ast.parse((REPOSITORY / path).read_text())
        for path in paths
        if not {"example_class", "catalogue", "common.py"} & set(path.parts)
    }
    return keys_in(modules, ("autograder.verdict.grader", "Wrong"))


@pytest.mark.parametrize("module", sorted(set().union(*named().used.values())))
def test_every_key_that_a_module_names_is_in_the_catalogue(module: str) -> None:
    keys = {key for key, modules in named().used.items() if module in modules}
    missing = keys - {""} - CATALOGUE.keys()  # "" is the key of what is right, such as the fan that is asked for
    assert missing == set(), "each needs a Misconception in catalogue/<question>.py (CONTRIBUTING, step 5)"


def test_every_key_can_be_read_off_the_code() -> None:
    assert named().unclear == NOT_CONSTANT.keys()


@pytest.mark.parametrize("key", CATALOGUE)
def test_every_entry_is_named_by_some_grader(key: str) -> None:
    assert key in named().used


def test_a_key_has_one_entry_and_a_lab_repeats_none_that_all_labs_share() -> None:
    for entries in (OWN, COMMON):
        assert [key for key, count in Counter(entry.key for entry in entries).items() if count > 1] == []
    assert set(OWN).isdisjoint(COMMON)  # with other words it may: they are better than what any lab could say


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_key_is_a_short_phrase(key: str) -> None:
    assert 0 < len(key) <= 40 and key == key.strip() and key[-1] not in ".:;,"


SENTENCES = re.compile(r"([A-Z`]|[a-z]+_[a-z]+).*[.?]")  # they may begin with a name such as fan_in
SOLVES = re.compile(r"return [\w.]+[(\[]|return .*\*\*|rng\.\w+\(|np\.\w+\(")  # "to return one number" is English


@pytest.mark.parametrize("key", CATALOGUE)
def test_what_it_says_is_in_sentences_and_holds_no_line_of_the_answer(key: str) -> None:
    entry = CATALOGUE[key]
    assert SENTENCES.fullmatch(entry.tells)
    assert not entry.look or SENTENCES.fullmatch(entry.look)
    assert not SOLVES.search(entry.text)


GRADER = """
from verdict import Wrong
from other import refuse

HINT = ("from a constant", "")
HINTS = {1: ("from a dictionary", ""), 2: HINT}

class Mistake:
    key: str
    words: str

def compare(found, words, *, otherwise):
    if found == 1:
        raise Wrong("one", "literal")
    if found == 2:
        raise refuse("through a parameter", 2)
    key = "chosen first" if found == 3 else "chosen second" if found == 4 else None
    for other, value in (("in a table", 5), ("in its second row", 6)):
        if found == value:
            raise Wrong("table", misconception=other)
    hinted, _ = HINTS.get(found, ("by default", ""))
    known = Mistake("in a dataclass", "not a key")
    raise Wrong("mistake", known.key) if key else Wrong(words, hinted if found else otherwise if words else key)

compare(1, "not a key", otherwise="by keyword")
refuse(value="not a key", key="by its name")
raise Wrong("choice", "right" if 1 else f"made {up}")
raise Wrong("choice", compare(1))

def which(value):
    if value:
        return "returned"
    return None if value is None else "returned last"

if missed := which(7):
    raise Wrong("call", missed)
missed = which(8)
raise Wrong("call", missed)
"""
OTHER = """
from verdict import Wrong

def refuse(key, value):
    return Wrong(f"{value}", key)
"""


def test_keys_are_found_wherever_they_stand() -> None:
    texts = {"grader": GRADER, "other": OTHER, "verdict": "class Wrong: ..."}
    found = keys_in({name: ast.parse(text) for name, text in texts.items()}, ("verdict", "Wrong"))
    assert found.used.keys() == {
        "literal", "through a parameter", "chosen first", "chosen second", "in a table", "in its second row",
        "from a dictionary", "from a constant", "by default", "in a dataclass", "by keyword", "by its name", "right",
        "returned", "returned last",
    }  # fmt: skip
    assert found.unclear == {"grader: f'made {up}'", "grader: compare(1)"}
