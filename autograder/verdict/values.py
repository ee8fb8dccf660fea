"""Reading a student's answer: numbers, arrays and entries out of whatever came back, or `Wrong` in words."""

import math
from typing import Any

import numpy as np

from autograder.sandbox.codec import Other
from autograder.verdict.grader import Wrong, type_name

REAL = "biuf"  # dtype kinds of real numbers
SINGLE = 1e-4  # relative; who computes in float32 (24 bits, 6e-8) is off by some 1e-5 after a few layers


def one_number(value: Any, what: str) -> float:
    """One number, also as a NumPy scalar or an array with one element, finite or not."""
    array = numbers(value, what)
    if array.size != 1:
        raise Wrong(f"{what} should be one number; it has shape {array.shape}.", "not one number")
    return float(array.reshape(()))


def number(value: Any, what: str) -> float:
    """One finite number. `what` names it: "accuracy"."""
    found = one_number(value, what)
    if not math.isfinite(found):
        raise Wrong(f"{what} is {found}, not a finite number.", "not finite")
    return found


def whole(value: Any, what: str) -> int:
    """A whole number, in whatever type numbers come: 3, 3.0, np.int64(3)."""
    found = number(value, what)
    if found != round(found):
        raise Wrong(f"{what} should be a whole number; it is {found:g}.", "not a whole number")
    return round(found)


def numbers(value: Any, what: str) -> np.ndarray:
    """Real numbers of any shape, as a float array; lists and tuples will do, text and booleans will not."""
    if isinstance(value, Other) and value.array is not None:
        value = value.array
    if not isinstance(value, bool | np.bool_):
        try:
            array = np.asarray(value)
        except (ValueError, TypeError, OverflowError):
            array = np.empty(0, object)
        if array.dtype.kind in REAL and array.dtype.kind != "b":
            return array.astype(float)
    raise Wrong(f"{what} should be a number or numbers; it is {type_name(value)}.", "not a number")


def array_of(value: Any, shape: tuple[int, ...], what: str, axes: str) -> np.ndarray:
    """Finite numbers of exactly this shape; `axes` says in words what the axes are: "one number per layer"."""
    array = numbers(value, what)
    if array.shape != shape:
        raise Wrong(f"{what} should have shape {shape}, {axes}; it has shape {array.shape}.", "wrong shape")
    if not np.isfinite(array).all():
        raise Wrong(f"{what} holds numbers that are not finite (nan or inf).", "not finite")
    return array


def yes_or_no(value: Any, what: str) -> bool:
    """True or False, also as NumPy's."""
    if isinstance(value, bool | np.bool_):
        return bool(value)
    raise Wrong(f"{what} should be True or False; it is {type_name(value)}.", "not a truth value")


def entry(answer: Any, key: Any, function: str) -> Any:
    """The entry of a returned dictionary."""
    if not isinstance(answer, dict):
        raise Wrong(f"{function} should return a dictionary; it returned {type_name(answer)}.", "not a dict")
    if key not in answer:
        keys = ", ".join(sorted(repr(k) for k in answer)[:10]) or "nothing"
        raise Wrong(f"The dictionary from {function} has no entry {key!r}; it has {keys}.", "missing entry")
    return answer[key]


def agree(found: Any, expected: Any, relative: float = 1e-6, absolute: float = 1e-9) -> bool:
    """Equal shapes, and equal numbers up to rounding (or whatever else `relative` allows for)."""
    found, expected = np.asarray(found, float), np.asarray(expected, float)
    return found.shape == expected.shape and bool(
        np.allclose(found, expected, rtol=relative, atol=absolute, equal_nan=False)
    )
