"""What a function answered: said in few words, read as numbers, required to have a form."""

import math
from typing import Any

import numpy as np

from initlab.selfcheck.report import NotYet, require


def said(value: Any) -> str:
    """A student's value, short: a number without its type, an array's shape, otherwise as Python shows it."""
    if is_number(value):
        return f"{float(np.asarray(value).item()):.6g}"
    if isinstance(value, np.ndarray) and value.size > 4:
        return f"an array of shape {value.shape}"
    return repr(value) if len(repr(value)) < 80 else f"a {type(value).__name__}"


def shown(values: Any) -> str:
    """Numbers, short, with commas between them."""
    return ", ".join(f"{float(value):.4g}" for value in values)


def is_number(value: Any) -> bool:
    """Whether it is one number, Python's or NumPy's, or an array with nothing else in it; True and False are none."""
    if isinstance(value, np.ndarray):
        return value.size == 1 and value.dtype.kind in "iuf"
    return isinstance(value, int | float | np.number) and not isinstance(value, bool)


def is_close(value: Any, expected: float) -> bool:
    """Whether it is this number, to six digits."""
    return is_number(value) and math.isclose(np.asarray(value).item(), expected, rel_tol=1e-6)


def require_untouched(call: str, given: Any, before: Any) -> None:
    """The array that was passed on is as it was before."""
    require(
        np.array_equal(given, before, equal_nan=True),
        f"{call} writes into the array it is given: whoever called it has lost what was there.",
    )


def as_numbers(value: Any) -> np.ndarray:
    """A value as an array, whose dtype says whether it holds numbers; one of dtype object if it has no such form."""
    try:
        return np.asarray(value)
    except ValueError:
        return np.asarray(None)


def as_array(result: Any, call: str) -> np.ndarray:
    """What was returned, as an array of floats."""
    try:
        return np.asarray(result, dtype=float)
    except (TypeError, ValueError):
        raise NotYet(
            f"{call} should return an array with one number for each layer; it returned {said(result)}."
        ) from None


def single(found: dict[Any, Any], key: str) -> float:
    """The entry as one number, also where it comes as an array with one element."""
    value = found[key]
    numbers = as_numbers(value).ravel()
    require(
        numbers.dtype.kind in "biuf", f"The entry {key!r} should be one number; its type is {type(value).__name__}."
    )
    require(
        numbers.size == 1,
        f"The entry {key!r} should be one number; yours holds {numbers.size}, in the shape {np.shape(value)}.",
    )
    return float(numbers[0])


def require_entries(found: Any, keys: Any, call: str) -> None:
    """`found` is a dictionary with these keys, none of them None."""
    require(isinstance(found, dict), f"{call} should return a dictionary; it returned a {type(found).__name__}.")
    for key in keys:
        require(key in found, f"{call}: the dictionary has no entry {key!r}; it has {list(found)}.")
        require(found[key] is not None, f"{call}: the entry {key!r} is None.")


def require_row(found: Any, expected: list[float], told: str) -> None:
    """`found` holds these numbers, up to rounding."""
    try:
        numbers = np.asarray(found, dtype=float)
    except (TypeError, ValueError):
        numbers = np.array(np.nan)
    require(
        numbers.shape == (len(expected),),
        f"{told} Expected one number per layer, {expected}; yours have the shape {numbers.shape}.",
    )
    require(
        np.allclose(numbers, expected, rtol=1e-4),
        f"{told} Expected {expected}, found {np.round(numbers, 4).tolist()}.",
    )
