"""Whatever a function returns or raises, its grader decides in words: no grader error, no point for a stub."""

from typing import Any

import numpy as np
import pytest

from autograder.labs.weight_initialization import LAB
from tests.bank.entry import WITH_KERAS
from tests.bank.local import verdict_on

SECRET = b"robust"


def cases() -> list:
    return [
        pytest.param(grader, id=grader.function, marks=pytest.mark.slow if grader.function in WITH_KERAS else ())
        for grader in LAB.graders
    ]


class Hostile:
    """Claims to be an array, and is none."""

    shape = (3, "three")

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        raise RuntimeError("no array here")

    def __len__(self) -> int:
        raise RuntimeError("no length either")


STRANGE = {
    "None": None,
    "nan": float("nan"),
    "infinity": float("inf"),
    "minus one": -1,
    "a huge int": 10**400,
    "True": True,
    "text": "0.5",
    "empty list": [],
    "empty tuple": (),
    "empty dict": {},
    "one-element list": [1],
    "pair of None": (None, None),
    "pair of texts": ("a", "b"),
    "ragged list": [[1, 2], [3]],
    "nested deeply": [[[[[[[[[[[[[[1]]]]]]]]]]]]]],
    "odd keys": {None: 1, (1, 2): 2, 0.1: None, "weights": {"kernels": 5}},
    "0-d array": np.array(0.5),
    "empty array": np.zeros((0, 3)),
    "wrong shape": np.ones((2, 3, 4, 5, 6)),
    "nan array": np.full((7, 5), np.nan),
    "complex array": np.ones((4, 4), complex),
    "object array": np.array([None, "a"], object),
    "text array": np.array(["a", "b"]),
    "an object": Hostile(),
    "a class": Hostile,
    "a function": lambda *args: None,
    "expected keys, nothing in them": dict.fromkeys(
        ["gradient", "moved", "units", "accuracy", "weights", "spread", "flat"], None
    ),
    "expected keys, arrays in them": dict.fromkeys(
        ["gradient", "moved", "units", "accuracy", "weights", "spread", "flat"], np.ones((2, 2))
    ),
}


@pytest.mark.parametrize("grader", cases())
def test_a_strange_value_is_a_failed_check_with_words(grader):
    for name, value in STRANGE.items():
        for check in verdict_on(grader, {grader.function: lambda *args, v=value, **kwargs: v}, SECRET):
            assert check.status != "grader error", f"{name}: {check.name} broke on it ({check.misconception})"
            assert check.status == "passed" or check.message, f"{name}: {check.name} says nothing"


@pytest.mark.parametrize("grader", cases())
def test_an_unwritten_function_gets_nothing(grader):
    def stub(*args: Any, **kwargs: Any) -> Any:
        raise NotImplementedError  # your code here

    checks = verdict_on(grader, {grader.function: stub}, SECRET)
    assert sum(check.earned for check in checks) == 0
    assert all("not written yet" in check.message for check in checks if check.status == "failed")
    assert any(check.status == "failed" for check in checks)


@pytest.mark.parametrize("grader", cases())
def test_a_missing_function_gets_nothing(grader):
    checks = verdict_on(grader, {}, SECRET)
    assert sum(check.earned for check in checks) == 0
    assert not any(check.status == "grader error" for check in checks)
