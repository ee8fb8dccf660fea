"""Every right implementation gets full points; every wrong one loses exactly its points, for its reason."""

from collections import Counter

import numpy as np
import pytest

from autograder.labs.weight_initialization.catalogue import CATALOGUE
from autograder.verdict import judge
from autograder.verdict.grader import Wrong
from tests.bank import local
from tests.bank.initializers.entry import Entry, correct_entries, wrong_entries

POINTS = {
    "fans": 2, "zeros": 1, "constant": 2, "random_normal": 3, "random_uniform": 3, "xavier_normal": 3,
    "xavier_uniform": 3, "he_normal": 4, "he_uniform": 4, "lecun_normal": 3,
}  # fmt: skip
SECRETS = (1, 2)  # `make calibrate` runs 200


def cases(entries: tuple[Entry, ...]) -> list:
    return [pytest.param(e, id=str(e), marks=[pytest.mark.slow] if e.slow else []) for e in entries]


@pytest.mark.parametrize("entry", cases(correct_entries()))
def test_a_right_implementation_gets_full_points(entry):
    for secret in SECRETS[:1] if entry.slow else SECRETS:
        outcome = local.evaluate(entry.function, entry.implementation, secret)
        assert outcome.lost == 0, outcome.messages


@pytest.mark.parametrize("entry", cases(wrong_entries()))
def test_a_wrong_implementation_loses_its_points_for_its_reason(entry):
    for secret in SECRETS:
        outcome = local.evaluate(entry.function, entry.implementation, secret)
        assert dict(outcome.failed) == dict(entry.fails), outcome.messages
        assert outcome.lost == pytest.approx(entry.lost)


@pytest.mark.parametrize("function", POINTS)
def test_an_empty_stub_gets_nothing(function):
    def stub(*args, **kwargs):
        raise NotImplementedError

    outcome = local.evaluate(function, stub, secret=1)
    assert outcome.lost == POINTS[function]
    assert set(outcome.failed.values()) == {"not written"}


STRANGE = {
    "nothing": None,
    "text": "0.5",
    "infinite": float("inf"),
    "not a number": float("nan"),
    "huge integer": 10**400,
    "two huge integers": (10**400, 1),
    "no items": [],
    "empty tuple": (),
    "uneven rows": [[1.0], [1.0, 2.0]],
    "uneven tuple": ([1.0], [[1.0], [2.0, 3.0]]),
    "dictionary": {"kernel": [1.0], 3: None},
    "set": {1, 2},
    "function": print,
    "empty array": np.empty(0),
    "array without axes": np.array(1.0),
    "texts": np.array(["a", "b"]),
    "dates": np.array(["2020-01-01"], dtype="datetime64[D]"),
    "pair of arrays": (np.ones(3), np.ones((2, 2))),
    "pair of texts": ("a", "b"),
    "pair of booleans": np.array([True, False]),
}


@pytest.mark.parametrize("function", POINTS)
@pytest.mark.parametrize("answer", STRANGE.values(), ids=STRANGE.keys())
def test_a_strange_answer_gets_nothing_and_is_no_fault_of_the_grader(function, answer):
    outcome = local.evaluate(function, lambda *args, **kwargs: answer, secret=1)
    assert outcome.lost == POINTS[function]


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("function", [name for name, worth in POINTS.items() if worth > 2])
@pytest.mark.parametrize("size", [1e300, 1e30, 1e-30, 1e-300, 5e-324, 0.0])
def test_weights_of_any_size_can_be_judged(function, size):
    outcome = local.evaluate(function, lambda shape, rng, **_: size * rng.standard_normal(shape), secret=1)
    assert "scale" in outcome.failed


@pytest.mark.parametrize("function", POINTS)
def test_points_are_the_question_s(function):
    tests = judge.tests_of(local.graders()[function]).values()
    assert sum(test.points for test in tests) == POINTS[function]


def test_the_banks_are_large_and_cover_every_function():
    right, wrong = (Counter(e.function for e in entries) for entries in (correct_entries(), wrong_entries()))
    assert right.keys() == wrong.keys() == POINTS.keys()
    assert right.total() >= 40 and wrong.total() >= 150


def test_names_in_the_bank_are_unique():
    for entries in (correct_entries(), wrong_entries()):
        assert max(Counter(str(e) for e in entries).values()) == 1


def test_every_diagnosis_is_in_the_catalogue():
    keys = {key for entry in wrong_entries() for key in entry.fails.values() if key is not None}
    assert keys <= CATALOGUE.keys()


def test_probes_differ_between_students_and_repeat_for_one():
    grader = local.graders()["he_normal"]
    first, again, other = (judge.probe_for(grader, secret, "ada") for secret in (b"1", b"1", b"2"))
    assert first.steps == again.steps and first.steps != other.steps


@pytest.mark.parametrize("name", ["fan_out", "pytorch default", "one-sided range"])
def test_a_failed_scale_comes_with_numbers_and_a_picture(name):
    implementations = {
        "fan_out": lambda shape, rng, **_: rng.normal(0, np.sqrt(2 / np.prod(shape[:-2]) / shape[-1]), shape),
        "pytorch default": lambda shape, rng, **_: rng.uniform(-1, 1, shape) / np.sqrt(np.prod(shape[:-1])),
        "one-sided range": lambda shape, rng, **_: rng.uniform(0, 0.1, shape),
    }
    grader = local.graders()["he_normal"]
    case = local.case_of(grader, {"he_normal": implementations[name]}, b"3")
    with pytest.raises(Wrong) as caught:
        grader().test_scale(case)
    picture = caught.value.picture
    assert "expected" in caught.value.message
    assert len(picture.edges) == len(picture.density) + 1 == len(picture.expected) + 1
    assert sum(np.diff(picture.edges) * picture.expected) == pytest.approx(1, abs=0.01)
