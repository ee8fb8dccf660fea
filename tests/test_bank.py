"""Every answer of the bank gets the verdict that stands on it: its points, for its reasons, in its words.

One test for each answer; those that need Keras have one for each function, so that collecting the tests does not
import Keras.
"""

import inspect
import zlib
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from initlab import selfcheck

from autograder.labs.weight_initialization.catalogue import CATALOGUE
from autograder.verdict import judge
from autograder.verdict.grader import Wrong
from tests.bank import local
from tests.bank.entry import INITIALIZERS, WITH_KERAS, Entry, entries, entries_of, functions

POINTS = {
    "fans": 2, "zeros": 1, "constant": 2, "random_normal": 3, "random_uniform": 3, "xavier_normal": 3,
    "xavier_uniform": 3, "he_normal": 4, "he_uniform": 4, "lecun_normal": 3,
}  # fmt: skip
SECRETS = (1, 2, 3)  # the first for all
ONE_IN = 5  # answers at the others
QUICK = [function for function in functions() if function not in WITH_KERAS]
GRADED = [
    pytest.param(function, marks=pytest.mark.slow if function in WITH_KERAS else ()) for function in local.graders()
]


def differences(entry: Entry, *secrets: int) -> list[str]:
    """How the verdicts on an answer differ from what stands on it."""
    found = {secret: local.difference(entry, local.evaluate(entry, secret)) for secret in secrets}
    return [f"{entry}, secret {secret}: {said}" for secret, said in found.items() if said]


@pytest.mark.parametrize(
    "entry",
    [pytest.param(e, id=str(e), marks=pytest.mark.slow if e.slow else ()) for e in entries(QUICK)],
)
def test_an_answer_gets_its_verdict(entry):
    assert not differences(entry, SECRETS[0])


def in_sample(entry: Entry) -> bool:
    """Whether an answer is judged at other secrets in each run; `make calibrate` judges all at many."""
    return not entry.slow and zlib.crc32(str(entry).encode()) % ONE_IN == 0


@pytest.mark.slow
@pytest.mark.parametrize("function", QUICK)
def test_a_sample_of_the_answers_gets_the_same_at_other_secrets(function):
    assert [said for e in entries_of(function) if in_sample(e) for said in differences(e, *SECRETS[1:])] == []


@pytest.mark.slow
@pytest.mark.parametrize("function", WITH_KERAS)
def test_each_answer_with_keras_gets_its_verdict(function):
    assert [said for entry in entries_of(function) for said in differences(entry, SECRETS[0])] == []


@pytest.mark.parametrize("function", POINTS)
def test_an_empty_stub_gets_nothing(function):
    def stub(*args, **kwargs):
        raise NotImplementedError

    outcome = local.evaluate(Entry(function, "stub", stub), secret=1)
    assert outcome.lost == POINTS[function] and not outcome.broken
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
    outcome = local.evaluate(Entry(function, "strange", lambda *args, **kwargs: answer), secret=1)
    assert outcome.lost == POINTS[function] and not outcome.broken


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("function", [name for name, worth in POINTS.items() if worth > 2])
@pytest.mark.parametrize("size", [1e300, 1e30, 1e-30, 1e-300, 5e-324, 0.0])
def test_weights_of_any_size_can_be_judged(function, size):
    sized = Entry(function, "sized", lambda shape, rng, **_: size * rng.standard_normal(shape))
    outcome = local.evaluate(sized, secret=1)
    assert "scale" in outcome.failed and not outcome.broken


@pytest.mark.parametrize("function", POINTS)
def test_points_are_the_question_s(function):
    tests = judge.tests_of(local.graders()[function]).values()
    assert sum(test.points for test in tests) == POINTS[function]


@pytest.mark.parametrize("function", GRADED)
def test_the_bank_has_enough_of_both_kinds(function):
    kinds = Counter(entry.right for entry in entries_of(function))
    assert kinds[True] >= 3 and kinds[False] >= 6
    assert {entry.function for entry in entries_of(function)} == {function}


def test_the_initializers_have_very_many():
    kinds = Counter(entry.right for entry in entries(INITIALIZERS))
    assert kinds[True] >= 40 and kinds[False] >= 150


@pytest.mark.parametrize("function", GRADED)
def test_names_in_the_bank_are_unique(function):
    assert max(Counter(entry.name for entry in entries_of(function)).values()) == 1


@pytest.mark.parametrize("function", GRADED)
def test_every_mistake_is_in_the_catalogue(function):
    keys = {key for entry in entries_of(function) for key in entry.fails.values()}
    assert keys - {None, ...} <= CATALOGUE.keys()


def test_one_thread_leads_from_a_function_to_its_grader_its_answers_and_its_self_check():
    graders = local.graders()
    assert {Path(inspect.getfile(grader)).stem for grader in graders.values()} == set(graders)
    assert all(Path(inspect.getfile(grader)).stem == function for function, grader in graders.items())
    assert set(functions()) == set(graders)
    assert all(callable(getattr(selfcheck, function)) for function in graders)
    assert set(POINTS) == set(INITIALIZERS) and set(WITH_KERAS) <= set(graders)


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
